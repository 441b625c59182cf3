import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import { chooseMail } from '@/db/mail-choices';
import { putMail, settleMail } from '@/db/outbox';
import type { Mail } from '@/server/mail/mail';
import { useTestDatabase } from '../../support/database';
import { addOutsider, addSession, makeLab } from '../../support/lab';
import { outboxRows, startMail, writeMail } from '../../support/mail';
import { useMailBox } from '../../support/use-mail-box';

const testDatabase = useTestDatabase();
const box = useMailBox();
const running: Mail[] = [];

function start(environment: Record<string, string> = { SMTP_URL: box.url }): Mail {
  const mail = startMail(testDatabase.url, environment);
  running.push(mail);
  return mail;
}

/** Once every mail is sent or dropped. */
async function settled() {
  await vi.waitFor(
    async () => {
      expect((await outboxRows()).every(({ sent, dropped }) => sent || dropped)).toBe(true);
    },
    { timeout: 15_000, interval: 50 },
  );
  return outboxRows();
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((mail) => mail.close()));
});

describe('mail', () => {
  it('goes out once, whichever of two servers sends it, and what it was made of is wiped', async () => {
    const addresses = await Promise.all(Array.from({ length: 12 }, () => writeMail()));
    start();
    start();
    await box.has(addresses.length);
    const rows = await settled();
    expect(box.mails.map(({ to }) => [to].flat()[0]?.text).sort()).toEqual([...addresses].sort());
    expect(rows.every(({ sent, data }) => sent && Object.keys(data).length === 0)).toBe(true);
  });

  it('waits for whoever only marks it as queued, and is busy while somebody else sends it', async () => {
    await writeMail();
    const [mail] = await sqlClient()<{ id: string }[]>`select id from outbox`;
    const drop = () => settleMail(mail!.id, async () => ({ drop: 'turned_off' }));
    /** Somebody holds it for so long; gives what comes of dropping it meanwhile. */
    const dropWhileHeld = (ms: number) =>
      new Promise<string>((resolve, reject) => {
        const holding = sqlClient().begin(async (tx) => {
          await tx`update outbox set queued_at = now()`;
          drop().then(resolve, reject);
          await pause(ms);
        });
        holding.catch(reject);
      });
    expect(await dropWhileHeld(4_000)).toBe('busy');
    expect(await dropWhileHeld(200)).toBe('turned_off');
    expect(await drop()).toBe('settled');
  });

  it('is one mail by its key, and none where its transaction failed', async () => {
    const mail = {
      kind: 'password_reset',
      key: 'password_reset:same',
      to: 'one@example.com',
      data: { token: 't', until: new Date(Date.now() + 60_000).toISOString() },
    } as const;
    await putMail(database(), mail);
    await putMail(database(), mail);
    await expect(
      database().transaction(async (tx) => {
        await putMail(tx, { ...mail, key: 'password_reset:other' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect((await outboxRows()).map(({ key }) => key)).toEqual(['password_reset:same']);
  });

  it('is tried again while the mail server is unwell, and let go where it refuses the reader for good', async () => {
    box.refuse(450);
    const later = await writeMail();
    const mail = start();
    mail.look();
    await vi.waitFor(
      async () => {
        const [row] = await sqlClient()<
          { tries: number }[]
        >`select retry_count as tries from jobs.job where name = 'send-mail' and state in ('retry', 'active')`;
        expect(row).toBeDefined();
      },
      { timeout: 10_000 },
    );
    box.refuse(undefined);
    expect((await box.has(1))[0]?.text).toContain('CHOOSE A NEW PASSWORD');
    box.refuse(550);
    await writeMail();
    mail.look();
    const rows = await settled();
    expect(rows.map(({ sent, dropped }) => ({ sent, dropped }))).toEqual([
      { sent: true, dropped: null },
      { sent: false, dropped: 'refused' },
    ]);
    expect(rows[0]?.key).toContain(later);
    box.refuse(undefined);
  });

  it('is let go when it is out of date, was turned off, or there is no mail server', async () => {
    await writeMail(new Date(Date.now() - 1000));
    const { labId, sessionId, reps } = await makeLab();
    const reader = reps[0]!;
    await chooseMail(reader.id, { reminder_day: false });
    await putMail(database(), {
      kind: 'reminder_day',
      key: 'reminder_day:one',
      to: 'reader@example.com',
      userId: reader.id,
      labId,
      sessionId,
      data: { startsAt: new Date().toISOString() },
    });
    start();
    expect((await settled()).map(({ dropped }) => dropped)).toEqual(['out_of_date', 'turned_off']);
    await running.pop()?.close();
    await writeMail();
    start({});
    expect((await settled()).at(-1)).toMatchObject({ dropped: 'no_mail_server', data: {} });
    expect(box.mails).toEqual([]);
  });

  it('carries nothing into its headers, and nothing unescaped into its HTML', async () => {
    const { labId } = await makeLab();
    await sqlClient()`update labs set name = ${'<b>Lab</b>'} where id = ${labId}`;
    const asker = await addOutsider();
    await putMail(database(), {
      kind: 'invitation',
      key: `invitation:${asker.id}`,
      to: 'reader@example.com',
      labId,
      data: {
        token: 'tok',
        role: 'rep',
        by: 'Eve\r\nBcc: all@example.com\r\n\r\n<script>',
        until: '2999-01-01T00:00:00Z',
      },
    });
    start();
    const [mail] = await box.has(1);
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.subject).toBe('Eve Bcc: all@example.com <script> invites you to <b>Lab</b>');
    expect(mail?.from?.value[0]).toMatchObject({ name: '<b>Lab</b>', address: 'whetstone@localhost' });
    expect(mail?.html).not.toContain('<script>');
    expect(mail?.html).toContain('https://lab.example/invite/tok');
    expect(mail?.text).toContain('https://lab.example/invite/tok');
    expect(Object.keys(mail?.headers.get('list') ?? {}).sort()).toEqual(['unsubscribe', 'unsubscribe-post']);
  });

  it('says how it is turned off: by a link, and by the reader’s own button', async () => {
    const { labId, reps } = await makeLab();
    const startsAt = new Date(Date.now() + 24 * 3_600_000);
    const sessionId = await addSession(labId, 2, startsAt);
    const reader = reps[0]!;
    await putMail(database(), {
      kind: 'reminder_day',
      key: 'reminder_day:two',
      to: 'reader@example.com',
      userId: reader.id,
      labId,
      sessionId,
      data: { startsAt: startsAt.toISOString() },
    });
    const mail = start();
    const [arrived] = await box.has(1);
    const list = arrived?.headers.get('list') as unknown as Record<string, { url?: string; name?: string }>;
    const url = new URL(list.unsubscribe?.url ?? '');
    expect(list['unsubscribe-post']?.name).toBe('List-Unsubscribe=One-Click');
    expect(url.href).toMatch(/^https:\/\/lab\.example\/api\/mail\/off\//);
    const token = url.pathname.split('/').at(-1) ?? '';
    expect(mail.readOffLink(token)).toEqual({ reader: { userId: reader.id }, kind: 'reminder_day' });
    expect(arrived?.text).toContain(`https://lab.example/mail/off/${token}`);
    expect(mail.readOffLink(token.replace('reminder_day', 'recap'))).toBeUndefined();
    expect(mail.readOffLink(`${token}x`)).toBeUndefined();
  });
});
