// An embedded PostgreSQL as a process of its own: `tsx tests/support/embedded-server.ts FOLDER`.
import { EmbeddedDatabaseError, startEmbedded } from '@/db/embedded';

async function main() {
  const dataDir = process.argv[2];
  if (!dataDir) throw new Error('Name a data folder.');
  const database = await startEmbedded({
    dataDir,
    log: (message) => console.log(message),
    onLost: (error) => {
      console.log(`lost: ${error.message}`);
      process.exit(1);
    },
  });
  const stop = () => void database.stop().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  console.log(`url ${database.url}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof EmbeddedDatabaseError ? error.message : error);
  process.exit(1);
});
