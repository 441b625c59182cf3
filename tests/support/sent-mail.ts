import { afterEach, beforeEach, expect, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import type { Mail } from '@/server/mail/mail';
import { useTestDatabase } from './database';
import { outboxRows, startMail } from './mail';
import type { MailBox } from './mail-box';
import { useMailBox } from './use-mail-box';

/** The mail of a server, begun for each test, and the box that it comes to. */
export interface SentMail {
  box: MailBox;
  mail: Mail;
  /** Begins it anew, sending to the box or nothing at all. */
  begin: (sends?: boolean) => void;
  /** Who got the mails that came. */
  readers: () => string[];
  /** Everybody waited so many minutes. */
  wait: (minutes: number) => Promise<void>;
  /** All has come due that was done until now, and everybody waited as long as a mail does that tells of a session. */
  tell: () => Promise<void>;
  /** Everybody waited as long as a mail does that tells of the lab. */
  tenMinutesOn: () => Promise<void>;
}

export function useSentMail(): SentMail {
  const testDatabase = useTestDatabase();
  const box = useMailBox();
  const sent = {
    box,
    begin: (sends = true) => void (sent.mail = startMail(testDatabase.url, sends ? { SMTP_URL: box.url } : {})),
    readers: () => box.mails.map(({ to }) => [to!].flat()[0]!.text).sort(),
    wait: async (minutes: number) => {
      const past = (column: string) => sqlClient()`${sqlClient()(column)} - ${minutes} * interval '1 minute'`;
      await sqlClient()`update outbox set due_at = ${past('due_at')} where sent_at is null and dropped_at is null`;
      for (const column of ['archived_at', 'deleted_at']) {
        await sqlClient()`
          update labs set ${sqlClient()(column)} = ${past(column)} where ${sqlClient()(column)} is not null`;
      }
      sent.mail.look();
    },
    tell: async () => {
      await sent.mail.plan();
      await sent.wait(2);
    },
    tenMinutesOn: () => sent.wait(11),
  } as SentMail;
  beforeEach(async () => {
    // What the labs of other tests cancelled is theirs to tell.
    await sqlClient()`update labs set archived_at = now()`;
    sent.begin();
  });
  afterEach(() => sent.mail.close());
  return sent;
}

/** The addresses of these people. */
export const mailsOf = (people: { id: string }[]) => people.map(({ id }) => `${id}@example.com`).sort();

/** Once every mail is sent or dropped: why those that were dropped were. */
export async function dropped(): Promise<string[]> {
  return vi.waitFor(
    async () => {
      const rows = await outboxRows();
      expect(rows.every((row) => row.sent || row.dropped)).toBe(true);
      return rows.flatMap((row) => row.dropped ?? []);
    },
    { timeout: 15_000, interval: 50 },
  );
}
