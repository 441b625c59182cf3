// A server's webhooks as a process of its own, which ends itself where KILL_AT says: `tsx tests/support/webhook-process.ts`.
import { closeDatabase, openDatabase } from '@/db/connection';
import { startWebhooks } from './webhooks';

function main() {
  const { DATABASE_URL = '', KILL_AT } = process.env;
  openDatabase(DATABASE_URL, { max: 2 });
  const webhooks = startWebhooks(DATABASE_URL, {
    onStep: (step) => {
      if (step === KILL_AT) process.kill(process.pid, 'SIGKILL');
    },
  });
  process.on('SIGTERM', () => void webhooks.close().then(closeDatabase));
}

main();
