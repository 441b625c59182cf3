import { beforeEach, describe, expect, test } from 'vitest';
import { v7 as newId } from 'uuid';
import { sqlClient } from '@/db/connection';
import { chooseMail } from '@/db/mail-choices';
import { planMail } from '@/db/mail-plan';
import { readMail } from '@/db/mail-facts';
import type { StoredMail } from '@/db/outbox';
import { useTestDatabase } from '../support/database';
import { addSession, makeLab, type TestLab } from '../support/lab';

useTestDatabase();

const HOUR = 3_600_000;
const NOW = Date.parse('2027-03-04T10:00:00Z');
const now = (after = 0) => new Date(NOW + after);

let lab: TestLab;
beforeEach(async () => {
  await sqlClient()`delete from outbox`;
  await sqlClient()`update labs set archived_at = now()`;
  lab = await makeLab({ hosts: 1, reps: 2, observers: 1 });
});

async function written(): Promise<(StoredMail & { key: string })[]> {
  return sqlClient()<(StoredMail & { key: string })[]>`
    select id, key, kind, "to", user_id as "userId", lab_id as "labId", session_id as "sessionId", data
    from outbox order by created_at, kind, user_id`;
}

async function kinds(): Promise<string[]> {
  return (await written()).map(({ kind }) => kind);
}

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
  test('is for those who asked for it, and nobody else', async () => {
    await chooseMail(lab.reps[0]!.id, { recap: true });
    const ended = now(-4 * 60_000).toISOString();
    await sqlClient()`
      update sessions set status = 'ended', started_at = ${ended}::timestamptz, ended_at = ${ended}::timestamptz
      where id = ${lab.sessionId}`;
    await planMail(now(-2 * 60_000));
    expect(await written()).toEqual([]);
    await planMail(now());
    await planMail(now(60_000));
    expect((await written()).map(({ kind, userId }) => [kind, userId])).toEqual([['recap', lab.reps[0]!.id]]);
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
  });
});

describe('a commitment', () => {
  test('is asked about on its day, from eight in the lab’s morning, until it is reported on', async () => {
    const commitmentId = await commit('2027-03-04');
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
    await sqlClient()`
      insert into checkins (id, lab_id, commitment_id, by_id, outcome, at)
      values (${newId()}, ${lab.labId}, ${commitmentId}, ${lab.reps[0]!.id}, 'advanced', now())`;
    expect(await readMail(mails[0]!, NOW)).toBeUndefined();
  });

  async function commit(dueOn: string): Promise<string> {
    const [scenario, turn, id] = [newId(), newId(), newId()];
    const rep = lab.reps[0]!.id;
    const sql = sqlClient();
    await sql`
      insert into scenarios (id, lab_id, session_id, rep_id, title, account, story, ask, stands, submitted_at)
      values (${scenario}, ${lab.labId}, ${lab.sessionId}, ${rep}, 'The plant', 'Halden Dairy', 's', 'a', 'heard', now())`;
    await sql`
      insert into turns (id, lab_id, session_id, scenario_id, rep_id, started_at)
      values (${turn}, ${lab.labId}, ${lab.sessionId}, ${scenario}, ${rep}, now())`;
    await sql`
      insert into commitments (id, lab_id, session_id, turn_id, scenario_id, rep_id, decision, next_step, due_on, uses, uses_of, made_at)
      values (${id}, ${lab.labId}, ${lab.sessionId}, ${turn}, ${scenario}, ${rep}, 'change', 'Fill in the page.',
        ${dueOn}, '{}', ${[lab.reps[1]!.id]}::uuid[], now())`;
    return id;
  }
});
