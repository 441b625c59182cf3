// A live server as a process of its own: `tsx tests/support/live-process.ts`, with DATABASE_URL, PORT and REDIS_URL.
import { openDatabase } from '@/db/connection';
import { startLive } from './live-server';

async function main() {
  openDatabase(process.env.DATABASE_URL ?? '', { max: 5 });
  const { PORT = '0', REDIS_URL = '' } = process.env;
  const server = await startLive({ REDIS_URL }, Number(PORT));
  process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
  console.log(`listening at ${server.url} .`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
