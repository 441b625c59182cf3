import { beforeEach, expect, test } from 'vitest';
import { GET } from '@/app/api/calendar/[token]/route';
import { makeFeed } from '@/db/calendar-feeds';
import { sqlClient } from '@/db/connection';
import { bringLabBack, deleteLab, eraseLabs } from '@/db/lab-deletion';
import { upcomingSessions } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { comeBack, leave } from '@/db/leaving';
import { planMail } from '@/db/mail-plan';
import { removeMember } from '@/db/members';
import { followSchedule, saveSchedule } from '@/db/schedule-changes';
import { loadState } from '@/db/session-log';
import { changeSession, scheduleSession, setLabCall } from '@/db/session-schedule';
import { wallClock } from '@/domain/time-zone';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { readCalendar } from '../support/read-calendar';
import { aRule } from '../support/schedule-rule';
import { knownToAll } from '../support/weekly-lab';

useTestDatabase();
beforeEach(() => openFace({ config: { publicUrlGiven: true, publicUrl: 'https://lab.example' } } as unknown as Face));

const TODAY = wallClock(new Date(), 'UTC').day;
const THURSDAYS = aRule({ fromDay: TODAY });
const EVERY_SECOND = { ...THURSDAYS, everyWeeks: 2 as const };

/** A lab that meets on Thursdays, its host, a rep, and what the rep's calendar has by its private address. */
async function followedLab() {
  const lab = await makeEmptyLab();
  const [host, rep] = [await makeMember(lab, 'host'), await makeMember(lab, 'rep')];
  await saveSchedule(host, THURSDAYS, []);
  const token = await makeFeed(rep);
  const answer = () => GET(new Request('https://lab.example'), { params: Promise.resolve({ token: `${token}.ics` }) });
  const calendar = async () => {
    const { events } = readCalendar(await (await answer()).text());
    return events.map(({ event, value }) => ({
      uid: event.uid,
      sequence: Number(event.sequence),
      start: event.startDate.toString(),
      zone: event.startDate.zone?.tzid,
      summary: event.summary,
      status: value('status'),
    }));
  };
  return { host, rep, answer, calendar };
}

type Followed = Awaited<ReturnType<typeof followedLab>>;
const uidsOf = (events: Awaited<ReturnType<Followed['calendar']>>, status = 'CONFIRMED') =>
  events.filter((one) => one.status === status).map(({ uid }) => uid);
const statusIn = async (uid: string) => (await loadState(uid.split('@')[0]!)).state.status;

/** How many mails tell of a cancelled session. */
async function told({ lab }: Membership): Promise<number> {
  await planMail(new Date(Date.now() + 60_000));
  return (await sqlClient()`select 1 from outbox where lab_id = ${lab.id} and kind = 'session_cancelled'`).length;
}

test('S20: a rhythm that is changed and changed back gives calendars the same sessions again, by a higher SEQUENCE', async () => {
  const { host, calendar } = await followedLab();
  const before = await calendar();
  await knownToAll(host.lab.id);
  await saveSchedule(host, EVERY_SECOND, []);
  const gone = uidsOf(await calendar(), 'CANCELLED');
  expect(gone).toHaveLength(4);
  expect(await told(host)).toBe(1);
  await knownToAll(host.lab.id);
  await saveSchedule(host, THURSDAYS, []);
  const after = await calendar();
  expect(uidsOf(after).slice(0, 8)).toEqual(uidsOf(before));
  expect(uidsOf(after)).toHaveLength(9);
  // What the rarer rhythm had further ahead falls away, and that is told; but its fifth is the ninth week, before which none is missing.
  expect(uidsOf(after, 'CANCELLED')).toHaveLength(3);
  expect(await told(host)).toBe(2);
  expect(new Set(after.map(({ start }) => start)).size).toBe(after.length);
  for (const uid of gone) {
    const sequence = (events: typeof before) => events.find((one) => one.uid === uid)!.sequence;
    expect(sequence(after)).toBeGreaterThanOrEqual(sequence(before) + 2);
    expect(await statusIn(uid)).toBe('scheduled');
  }
  // What came back untouched falls away again, and that is told anew.
  await saveSchedule(host, EVERY_SECOND, []);
  expect(uidsOf(await calendar(), 'CANCELLED')).toEqual(gone);
  expect(await told(host)).toBe(3);
  expect(await told(host)).toBe(3);
});

test('S20: a skipped day that is held again at another hour is the same session, moved', async () => {
  const { host, calendar } = await followedLab();
  await knownToAll(host.lab.id);
  const { slot } = (await upcomingSessions(host))[2]!;
  const before = await calendar();
  await saveSchedule(host, THURSDAYS, [slot!]);
  const [gone, ...others] = uidsOf(await calendar(), 'CANCELLED');
  expect([gone, ...others]).toEqual([before[2]!.uid]);
  await saveSchedule(host, { ...THURSDAYS, localTime: '18:30' }, []);
  const after = await calendar();
  expect(uidsOf(after, 'CANCELLED')).toEqual([]);
  expect(uidsOf(after).slice(0, 8)).toEqual(uidsOf(before));
  const held = after.find(({ uid }) => uid === gone)!;
  expect(held.start).toBe(before[2]!.start.replace('17:00', '18:30'));
  expect(held.sequence).toBeGreaterThanOrEqual(before[2]!.sequence + 2);
  const moved = await sqlClient()<{ data: { moves: { sessionId: string }[] } }[]>`
    select data from outbox where lab_id = ${host.lab.id} and kind = 'session_moved' and dropped_at is null`;
  expect(moved[0]!.data.moves.map(({ sessionId }) => `${sessionId}@whetstone`)).toContain(gone);
});

test('S20: what a host cancelled, or what somebody has written to, is not brought back', async () => {
  const { host, calendar } = await followedLab();
  const [byHost, touched] = await upcomingSessions(host);
  const log = (id: string, seq: number, type: string, command: string | null) => sqlClient()`
    insert into events (session_id, seq, at, by, type, v, data, command_id)
    values (${id}, ${seq}, now(), ${host.userId}, ${type}, 1, '{}', ${command})`;
  await log(byHost!.id, 1, 'session.cancelled', '00000000-0000-7000-8000-00000000000a');
  await log(touched!.id, 1, 'floor.opened', null);
  await log(touched!.id, 2, 'session.cancelled', null);
  await sqlClient()`
    update sessions set status = 'cancelled', slot = null where id in (${byHost!.id}, ${touched!.id})`;
  await saveSchedule(host, THURSDAYS, []);
  const gone = uidsOf(await calendar(), 'CANCELLED');
  expect(gone).toEqual([byHost, touched].map((session) => `${session!.id}@whetstone`));
  expect(uidsOf(await calendar())).toHaveLength(8);
});

test('sessions that have not begun are counted by their dates, and calendars are told', async () => {
  const { host, calendar } = await followedLab();
  const counted = async () => {
    const held = (await calendar()).filter(({ status }) => status === 'CONFIRMED');
    return held.map(({ summary }) => Number(/\d+$/.exec(summary)));
  };
  const check = async () => {
    const numbers = await counted();
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
    const all = await sqlClient()<{ number: number }[]>`select number from sessions where lab_id = ${host.lab.id}`;
    expect(all.every(({ number }) => number > 0)).toBe(true);
    return numbers;
  };
  const sequences = async () => new Map((await calendar()).map(({ uid, sequence }) => [uid, sequence]));
  expect(await check()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  const [first, second, third] = await upcomingSessions(host);
  const between = new Date((first!.startsAt + second!.startsAt) / 2);
  const before = await sequences();
  await scheduleSession(host, { startsAt: between, durationMinutes: 60, callUrl: null });
  expect(await check()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const after = await sequences();
  const raised = (id: string) => after.get(`${id}@whetstone`)! - before.get(`${id}@whetstone`)!;
  expect([first, second, third].map((session) => raised(session!.id))).toEqual([0, 1, 1]);
  // Skipped: it holds no number of those to come, and the one at the end of the row is made.
  await saveSchedule(host, THURSDAYS, [second!.slot!]);
  expect(await check()).toHaveLength(9);
  // Moved behind the next.
  await changeSession(host, third!.id, {
    startsAt: new Date(third!.startsAt + 8 * 86_400_000),
    durationMinutes: 90,
    callUrl: null,
  });
  await check();
  // One that has begun keeps its own, and those to come are counted after it.
  await sqlClient()`update sessions set status = 'ended', started_at = now() where id = ${first!.id}`;
  await saveSchedule(host, EVERY_SECOND, []);
  await check();
  await saveSchedule(host, THURSDAYS, []);
  await check();
});

test('whatever is written in an event anew raises its SEQUENCE: the lab’s zone alone, or its call', async () => {
  const { host, calendar, answer } = await followedLab();
  const [first, second] = await upcomingSessions(host);
  const noon = { startsAt: new Date(first!.startsAt - 5 * 3_600_000), durationMinutes: 90, callUrl: null };
  await changeSession(host, first!.id, noon);
  await sqlClient()`update sessions set status = 'cancelled' where id = ${second!.id}`;
  await followSchedule(host.lab.id, null);
  const text = async () => (await answer()).text();
  const eachRaised = async (change: () => Promise<unknown>) => {
    const [before, written] = [await calendar(), await text()];
    await change();
    const after = await calendar();
    expect(await text()).not.toBe(written);
    const uids = before.map(({ uid }) => uid);
    expect(uids.length).toBeGreaterThanOrEqual(8);
    const sequences = (events: typeof before) => uids.map((uid) => events.find((one) => one.uid === uid)!.sequence);
    expect(sequences(after)).toEqual(sequences(before).map((sequence) => sequence + 1));
    return after;
  };
  // The clocks of Lisbon are London's.
  const moved = await eachRaised(() => saveSchedule(host, { ...THURSDAYS, timeZone: 'Europe/Lisbon' }, []));
  expect(new Set(moved.map(({ zone }) => zone))).toEqual(new Set(['Europe/Lisbon']));
  await eachRaised(() => setLabCall(host, 'https://meet.example/thursday'));
  const same = await calendar();
  await saveSchedule(host, { ...THURSDAYS, timeZone: 'Europe/Lisbon' }, []);
  expect(await calendar()).toEqual(same);
});

test('a deleted lab’s calendars have what was to come as cancelled, until a host brings it back or it is erased', async () => {
  const { host, rep, calendar, answer } = await followedLab();
  const [before, gone] = [await calendar(), await removedMember(host)];
  const raised = (events: typeof before) => events.map(({ sequence }, place) => sequence - before[place]!.sequence);
  await deleteLab(host);
  const deleted = await calendar();
  expect(uidsOf(deleted, 'CANCELLED')).toEqual(uidsOf(before));
  expect(raised(deleted)).toEqual(before.map(() => 1));
  expect((await gone()).status).toBe(404);
  expect(await bringLabBack(rep.userId, host.lab.slug)).toBe(false);
  expect(await bringLabBack(host.userId, host.lab.slug)).toBe(true);
  const back = await calendar();
  expect(uidsOf(back)).toEqual(uidsOf(before));
  expect(raised(back)).toEqual(before.map(() => 2));
  await deleteLab(host);
  await sqlClient()`update labs set deleted_at = now() - interval '15 days' where id = ${host.lab.id}`;
  await eraseLabs();
  expect((await answer()).status).toBe(404);
});

test('a private calendar ends with its person’s account, in a lab that is deleted too, and comes back with it', async () => {
  const { host, rep, answer } = await followedLab();
  const status = async () => (await answer()).status;
  await leave(rep.userId);
  expect(await status()).toBe(404);
  await deleteLab(host);
  expect(await status()).toBe(404);
  await comeBack(rep.userId);
  expect(await status()).toBe(200);
});

/** The calendar of one who was removed from the lab. */
async function removedMember(host: Membership) {
  const member = await makeMember(host.lab, 'rep');
  const token = await makeFeed(member);
  await removeMember(host, member.userId);
  return () => GET(new Request('https://lab.example'), { params: Promise.resolve({ token }) });
}
