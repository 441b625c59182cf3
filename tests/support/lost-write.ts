// Loses a connection in the middle of a transaction, then goes on: `tsx tests/support/lost-write.ts`, with DATABASE_URL.
import { sql } from 'drizzle-orm';
import { closeDatabase, database, openDatabase } from '@/db/connection';
import { openLog } from '@/server/log';
import { outliveLostWrites } from '@/server/lost-write';

async function main() {
  openDatabase(process.env.DATABASE_URL ?? '', { max: 2 });
  outliveLostWrites(openLog('warn'));
  if (process.env.STRAY) {
    setImmediate(() => {
      throw new TypeError('stray');
    });
  }
  let wentOn: () => void = () => undefined;
  const writing = new Promise<void>((resolve) => (wentOn = resolve));
  const failed = await database()
    .transaction(async (tx) => {
      const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      await database().execute(sql`select pg_terminate_backend(${own?.pid}, 5000)`);
      // By then the socket is known to be closed.
      await database().execute(sql`select pg_sleep(0.1)`);
      const written = tx.execute(sql`select 1`);
      wentOn();
      await written;
    })
    .then(
      () => 'went through',
      () => 'failed',
    );
  await writing;
  await new Promise(setImmediate);
  await database().execute(sql`select 1`);
  console.log(`${failed}, and goes on`);
  await closeDatabase();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
