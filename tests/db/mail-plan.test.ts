import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { chooseMail } from '@/db/mail-choices';
import { planMail } from '@/db/mail-plan';
import { readMail } from '@/db/mail-facts';
import { useTestDatabase } from '../support/database';
import { addSession } from '../support/lab';
import { commit, ended, HOUR, kinds, NOW, now, report, useLab, written } from '../support/planned-mail';

useTestDatabase();

const lab = useLab();

describe('a reminder', () => {
  test('is written a day before, and an hour before, once for each member', async () => {
    await addSession(lab.labId, 2, now(24 * HOUR));
    expect(await planMail(now(-60_000))).toBe(0);
    expect((await Promise.all([planMail(now()), planMail(now())])).every((count) => count <= 4)).toBe(true);
    await planMail(now(60_000));
    expect(await kinds()).toEqual(Array(4).fill('reminder_day'));
    await planMail(now(23 * HOUR));
    expect((await kinds()).filter((kind) => kind === 'reminder_hour')).toHaveLength(4);
  });

  test('is not for who turned it off, nor for a cancelled session or a lab that is put away', async () => {
    const sessionId = await addSession(lab.labId, 2, now(24 * HOUR));
    await chooseMail(lab.reps[0]!.id, { reminder_day: false });
    await planMail(now());
    expect((await written()).map(({ userId }) => userId)).not.toContain(lab.reps[0]!.id);
    expect(await kinds()).toHaveLength(3);
    await sqlClient()`delete from outbox`;
    await sqlClient()`update sessions set status = 'cancelled' where id = ${sessionId}`;
    expect(await planMail(now())).toBe(0);
    await sqlClient()`update sessions set status = 'scheduled' where id = ${sessionId}`;
    await sqlClient()`update labs set archived_at = now() where id = ${lab.labId}`;
    expect(await planMail(now())).toBe(0);
  });

  test('of a session that was moved is written anew, and the old one is out of date', async () => {
    const sessionId = await addSession(lab.labId, 2, now(24 * HOUR));
    await planMail(now());
    const [old] = await written();
    expect(await readMail(old!, NOW)).toBeDefined();
    const later = now(48 * HOUR).toISOString();
    await sqlClient()`update sessions set starts_at = ${later}::timestamptz where id = ${sessionId}`;
    expect(await readMail(old!, NOW)).toBeUndefined();
    expect(await planMail(now())).toBe(0);
    await planMail(now(24 * HOUR));
    expect(await kinds()).toHaveLength(8);
  });

  test('is out of date once its reader has left the lab', async () => {
    await addSession(lab.labId, 2, now(24 * HOUR));
    await planMail(now());
    await sqlClient()`delete from members where user_id = ${lab.reps[0]!.id}`;
    const mail = (await written()).find(({ userId }) => userId === lab.reps[0]!.id);
    expect(await readMail(mail!, NOW)).toBeUndefined();
  });

  test('tells the time on its reader’s clock', async () => {
    await sqlClient()`update users set time_zone = 'Asia/Tokyo' where id = ${lab.reps[0]!.id}`;
    await addSession(lab.labId, 2, now(24 * HOUR));
    await planMail(now());
    const zones = await Promise.all((await written()).map(async (mail) => [mail.userId, await readMail(mail, NOW)]));
    const zoneOf = (id: string) => zones.find(([userId]) => userId === id)?.[1];
    expect(zoneOf(lab.reps[0]!.id)).toMatchObject({ facts: { lab: { zone: 'Asia/Tokyo' } } });
    expect(zoneOf(lab.reps[1]!.id)).toMatchObject({ facts: { lab: { zone: 'Europe/Berlin' } } });
  });
});

describe('a recap', () => {
  test('is for those who asked for it and nobody else, once the end can no more be undone', async () => {
    const [reader, stranger, gone] = [lab.reps[0]!, lab.reps[1]!, lab.hosts[0]!];
    for (const { id } of [reader, stranger, gone]) await chooseMail(id, { recap: true });
    await chooseMail(lab.observers[0]!.id, { recap: false });
    await ended(lab.sessionId, -29);
    await planMail(now());
    expect(await written()).toEqual([]);
    await planMail(now(HOUR / 30));
    await planMail(now(HOUR));
    const mails = await written();
    expect(mails.map(({ kind, userId }) => [kind, userId]).sort()).toEqual(
      [reader, stranger, gone].map(({ id }) => ['recap', id]).sort(),
    );
    // Whoever has left, or has not agreed to the pledge, is not told what was said.
    await sqlClient()`delete from members where user_id = ${gone.id}`;
    await sqlClient()`update members set pledged_at = null where user_id = ${stranger.id}`;
    const readable = await Promise.all(mails.map(async (mail) => ((await readMail(mail, NOW)) ? mail.userId : null)));
    expect(readable.filter(Boolean)).toEqual([reader.id]);
  });
});

describe('a cancellation', () => {
  test('is told once for all that one change cancelled, but not to who did it', async () => {
    const host = lab.hosts[0]!;
    const at = now(-60_000).toISOString();
    const ids = [await addSession(lab.labId, 2, now(50 * HOUR)), await addSession(lab.labId, 3, now(90 * HOUR))];
    for (const id of ids) {
      await sqlClient()`update sessions set status = 'cancelled' where id = ${id}`;
      await sqlClient()`
        insert into events (session_id, seq, at, "by", type, v, data)
        values (${id}, 1, ${at}::timestamptz, ${host.id}, 'session.cancelled', 1, '{}')`;
    }
    await planMail(now());
    await planMail(now(60_000));
    const mails = await written();
    expect(mails.map(({ userId }) => userId).sort()).toEqual(
      [...lab.reps, ...lab.observers].map(({ id }) => id).sort(),
    );
    expect(await readMail(mails[0]!, NOW)).toMatchObject({ facts: { sessions: ids.map((id) => ({ id })) } });
    // Nor is what is left of it told again, once one of them is back or was to have begun.
    const told = mails.length;
    await sqlClient()`update sessions set status = 'scheduled' where id = ${ids[0]!}`;
    await planMail(now(120_000));
    await sqlClient()`update sessions set status = 'cancelled', starts_at = ${now().toISOString()} where id = ${ids[0]!}`;
    await planMail(now(180_000));
    expect((await written()).filter(({ kind }) => kind === 'session_cancelled')).toHaveLength(told);
  });

  test('is out of date once another session of the lab stands at that instant', async () => {
    const id = await addSession(lab.labId, 2, now(50 * HOUR));
    await sqlClient()`update sessions set status = 'cancelled' where id = ${id}`;
    await sqlClient()`
      insert into events (session_id, seq, at, type, v, data)
      values (${id}, 1, ${now(-60_000).toISOString()}::timestamptz, 'session.cancelled', 1, '{}')`;
    await planMail(now());
    const [mail] = await written();
    expect(await readMail(mail!, NOW)).toMatchObject({ facts: { sessions: [{ id }] } });
    await addSession(lab.labId, 3, now(50 * HOUR));
    expect(await readMail(mail!, NOW)).toBeUndefined();
  });
});

describe('a commitment', () => {
  test('is asked about on its day, from eight in the lab’s morning, until it is reported on', async () => {
    const commitmentId = await commit(lab, { dueOn: '2027-03-04' });
    // Berlin is an hour ahead: it is eight there at seven.
    await planMail(new Date('2027-03-04T06:59:00Z'));
    expect(await written()).toEqual([]);
    await planMail(new Date('2027-03-04T07:00:00Z'));
    await planMail(now());
    const mails = await written();
    expect(mails.map(({ kind, userId }) => [kind, userId])).toEqual([['commitment_due', lab.reps[0]!.id]]);
    expect(await readMail(mails[0]!, NOW)).toMatchObject({
      facts: { deal: 'Halden Dairy', words: 'Fill in the page.', uses: [lab.reps[1]!.name] },
    });
    await report(lab, commitmentId);
    expect(await readMail(mails[0]!, NOW)).toBeUndefined();
  });

  test('to move on is never asked about: neither on its day nor before a session', async () => {
    await commit(lab, { dueOn: '2027-03-04', decision: 'move_on' });
    await planMail(now());
    expect(await written()).toEqual([]);
    await addSession(lab.labId, 2, now(24 * HOUR));
    await planMail(now());
    const mail = (await written()).find(({ userId }) => userId === lab.reps[0]!.id);
    expect(await readMail(mail!, NOW)).toMatchObject({ facts: { said: [] } });
  });
});
