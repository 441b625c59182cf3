// A server's mail as a process of its own, which ends itself where KILL_AT says: `tsx tests/support/mail-process.ts`.
import { closeDatabase, openDatabase } from '@/db/connection';
import { readConfig } from '@/server/config';
import { openLog } from '@/server/log';
import { openMail } from '@/server/mail/mail';
import { HURRIED } from './mail';

function main() {
  const { DATABASE_URL = '', SMTP_URL, KILL_AT } = process.env;
  openDatabase(DATABASE_URL, { max: 2 });
  const config = readConfig({ NODE_ENV: 'test', SMTP_URL, PUBLIC_URL: 'https://lab.example' });
  const mail = openMail({
    config,
    log: openLog(process.env.TEST_LOG ?? 'silent'),
    authSecret: 'a secret for the tests alone',
    databaseUrl: DATABASE_URL,
    pace: HURRIED,
    atOnce: 1,
    onStep: (step) => {
      if (step === KILL_AT) process.kill(process.pid, 'SIGKILL');
    },
  });
  mail.start();
  process.on('SIGTERM', () => void mail.close().then(closeDatabase));
}

main();
