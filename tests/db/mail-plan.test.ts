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

describe('what became of words', () => {
  const news = async () => (await written()).filter(({ kind }) => kind === 'words_used');

  test('is told to their authors in one mail, once nothing more is reported, and never to the rep', async () => {
    const first = await commit(lab);
    const second = await commit(lab, { account: 'Brandt' });
    await report(lab, first, { minutes: -20, note: 'Gareth rang.' });
    await report(lab, second, { minutes: -40, outcome: 'won' });
    await planMail(now());
    expect(await news()).toEqual([]);
    expect((await Promise.all([planMail(now(11 * 60_000)), planMail(now(11 * 60_000))])).sort()).toEqual([0, 1]);
    await planMail(now(HOUR));
    const [mail, ...more] = await news();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ userId: lab.reps[1]!.id });
    expect(await readMail(mail!, NOW)).toMatchObject({
      facts: {
        reports: [
          { deal: 'Brandt', rep: lab.reps[0]!.name, outcome: 'won', said: 'Fill in the page.' },
          { deal: 'Halden Dairy', outcome: 'advanced', said: 'Gareth rang.', words: 'Who signs?', closed: [] },
        ],
      },
    });
  });

  test('waits while the lab meets, and until its end can no more be undone', async () => {
    await report(lab, await commit(lab), { minutes: -50 });
    await sqlClient()`update sessions set status = 'live' where id = ${lab.sessionId}`;
    await planMail(now());
    await ended(lab.sessionId, -10);
    await planMail(now());
    expect(await news()).toEqual([]);
    await planMail(now(21 * 60_000));
    expect(await news()).toHaveLength(1);
  });

  test('does not wait for ever where one report follows another', async () => {
    await report(lab, await commit(lab), { minutes: -181 });
    await report(lab, await commit(lab), { minutes: -10 });
    await planMail(now());
    expect((await news()).map(({ data }) => (data as { checkInIds: string[] }).checkInIds.length)).toEqual([1]);
  });

  test('is not for who turned it off, who reported it themself, or whose words are gone', async () => {
    const author = lab.reps[1]!;
    await report(lab, await commit(lab), { minutes: -50, by: author.id });
    await report(lab, await commit(lab, { gone: 'hidden' }), { minutes: -50 });
    await planMail(now());
    await chooseMail(author.id, { words_used: false });
    await report(lab, await commit(lab), { minutes: -50 });
    await planMail(now());
    expect(await news()).toEqual([]);
  });

  test('is out of date once its reader has left, or their words are withdrawn', async () => {
    await report(lab, await commit(lab), { minutes: -50 });
    await planMail(now());
    const [mail] = await news();
    expect(await readMail(mail!, NOW)).toBeDefined();
    await sqlClient()`update contributions set gone = 'withdrawn', body = '' where lab_id = ${lab.labId}`;
    expect(await readMail(mail!, NOW)).toBeUndefined();
    await sqlClient()`update contributions set gone = null, body = 'Back' where lab_id = ${lab.labId}`;
    await sqlClient()`delete from members where user_id = ${lab.reps[1]!.id}`;
    expect(await readMail(mail!, NOW)).toBeUndefined();
  });
});

/** A session that ended so many minutes from `NOW`. */
async function ended(sessionId: string, minutes: number): Promise<void> {
  const at = now(minutes * 60_000).toISOString();
  await sqlClient()`
    update sessions set status = 'ended', started_at = ${at}::timestamptz, ended_at = ${at}::timestamptz
    where id = ${sessionId}`;
}

interface Committed {
  dueOn?: string;
  decision?: string;
  account?: string;
  gone?: string;
}

/** The first rep's commitment, which uses words of the second. */
async function commit({ labId, sessionId, reps }: TestLab, made: Committed = {}): Promise<string> {
  const [scenario, turn, words, id] = [newId(), newId(), newId(), newId()];
  const [rep, author] = [reps[0]!.id, reps[1]!.id];
  const { dueOn = '2027-05-01', decision = 'change', account = 'Halden Dairy', gone = null } = made;
  const sql = sqlClient();
  await sql`
    insert into scenarios (id, lab_id, session_id, rep_id, title, account, story, ask, stands, submitted_at)
    values (${scenario}, ${labId}, ${sessionId}, ${rep}, 'The plant', ${account}, 's', 'a', 'heard', now())`;
  await sql`
    insert into turns (id, lab_id, session_id, scenario_id, rep_id, started_at)
    values (${turn}, ${labId}, ${sessionId}, ${scenario}, ${rep}, now())`;
  await sql`
    insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at, gone)
    values (${words}, ${labId}, ${sessionId}, ${turn}, ${author}, 'question', 'Who signs?', now(), ${gone})`;
  await sql`
    insert into commitments (id, lab_id, session_id, turn_id, scenario_id, rep_id, decision, next_step, due_on, uses, uses_of, made_at)
    values (${id}, ${labId}, ${sessionId}, ${turn}, ${scenario}, ${rep}, ${decision}, 'Fill in the page.',
      ${dueOn}, ${[words]}::uuid[], ${[author]}::uuid[], now())`;
  return id;
}

/** What was reported on it so many minutes from `NOW`, by its rep unless somebody else is named. */
async function report(
  { labId, reps }: TestLab,
  commitmentId: string,
  said: { minutes?: number; outcome?: string; note?: string; by?: string } = {},
): Promise<void> {
  const { minutes = 0, outcome = 'advanced', note = null, by = reps[0]!.id } = said;
  await sqlClient()`
    insert into checkins (id, lab_id, commitment_id, by_id, outcome, note, at)
    values (${newId()}, ${labId}, ${commitmentId}, ${by}, ${outcome}, ${note},
      ${now(minutes * 60_000).toISOString()}::timestamptz)`;
}
