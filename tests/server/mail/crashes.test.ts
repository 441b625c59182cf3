import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { useTestDatabase } from '../../support/database';
import { outboxRows, writeMail } from '../../support/mail';
import { openMailBox, type MailBox } from '../../support/mail-box';
import { runTypeScript, type Program } from '../../support/process';

const database = useTestDatabase();
let box: MailBox;
beforeAll(async () => {
  box = await openMailBox();
});
afterAll(() => box.close());

function start(killAt?: string): Program {
  return runTypeScript('tests/support/mail-process.ts', [], {
    DATABASE_URL: database.url,
    SMTP_URL: box.url,
    KILL_AT: killAt,
  });
}

const STEPS = ['queued', 'taken', 'marked', 'handed_over', 'committed'];

it('sends each mail once, although the process is killed at every step', { timeout: 120_000 }, async () => {
  const addresses: string[] = [];
  for (const step of STEPS) {
    addresses.push(await writeMail());
    // Gone by the signal, at that very step.
    expect(await start(step).exited, step).toBeNull();
  }
  const last = start();
  const everyOne = addresses.map((to) => ({ key: `password_reset:${to}`, sent: true, dropped: null, data: {} }));
  await vi.waitFor(async () => expect(await outboxRows()).toEqual(everyOne), { timeout: 60_000, interval: 100 });
  expect(await last.end('SIGTERM')).toBe(0);

  const different = new Map(box.mails.map((mail) => [mail.messageId, [mail.to].flat()[0]?.text]));
  expect([...different.values()].sort()).toEqual([...addresses].sort());
  // Between the mail server's answer and our commit nobody can know: that one came again, as the same mail.
  expect(box.mails.length - different.size).toBe(1);
});
