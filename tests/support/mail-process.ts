// A server's mail as a process of its own, which ends itself where KILL_AT says: `tsx tests/support/mail-process.ts`.
import { closeDatabase, openDatabase } from '@/db/connection';
import { startMail } from './mail';

function main() {
  const { DATABASE_URL = '', SMTP_URL = '', KILL_AT } = process.env;
  openDatabase(DATABASE_URL, { max: 2 });
  const mail = startMail(
    DATABASE_URL,
    { SMTP_URL },
    {
      atOnce: 1,
      onStep: (step) => {
        if (step === KILL_AT) process.kill(process.pid, 'SIGKILL');
      },
    },
  );
  process.on('SIGTERM', () => void mail.close().then(closeDatabase));
}

main();
