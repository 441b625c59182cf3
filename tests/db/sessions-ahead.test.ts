import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { upcomingSessions } from '@/db/lab-home';
import { membershipIn } from '@/db/labs';
import { planMail } from '@/db/mail-plan';
import { publicLab, savePublicPage } from '@/db/public-lab';
import { followSchedule, saveSchedule } from '@/db/schedule-changes';
import { scheduleOf } from '@/db/schedules';
import { changeSession, scheduleSession, skipDayOf } from '@/db/session-schedule';
import { labsBehind } from '@/db/sessions-ahead';
import type { ScheduleRule } from '@/domain/schedule';
import { loadState } from '@/db/session-log';
import { useTestDatabase } from '../support/database';
import { makeEmptyLab, makeMember } from '../support/people';
import { days, NOW, thursdayLab, THURSDAYS, toCome } from '../support/thursday-lab';
import { knownToAll } from '../support/weekly-lab';

useTestDatabase();

const iso = (at: number) => new Date(at).toISOString();

/** Something is in its log: a deal, a question. */
async function touch(sessionId: string): Promise<void> {
  await sqlClient()`
    insert into events (session_id, seq, at, type, v, data)
    values (${sessionId}, 1, now(), 'floor.asked', 1, '{"id":"00000000-0000-7000-8000-000000000001","body":"Why?","sealed":true}')`;
}

test('a single session that is sent twice is scheduled once; where the one is cancelled, another one may be', async () => {
  const host = await makeMember(await makeEmptyLab(), 'host');
  const meeting = { startsAt: new Date('2031-01-09T16:00Z'), durationMinutes: 90, callUrl: null };
  const ids = await Promise.all([1, 2, 3].map(() => scheduleSession(host, meeting)));
  const made = ids.filter((id) => id !== undefined);
  expect(made).toHaveLength(1);
  expect(await toCome(host)).toMatchObject([{ id: made[0] }]);
  await sqlClient()`update sessions set status = 'cancelled' where id = ${made[0]!}`;
  expect(await scheduleSession(host, meeting)).toBeDefined();
  const other = await makeMember(await makeEmptyLab(), 'host');
  expect(await scheduleSession(other, meeting)).toBeDefined();
});

describe('the sessions ahead', () => {
  test('are eight, once, however many servers make them', async () => {
    const host = await thursdayLab();
    await Promise.all([1, 2, 3].map(() => followSchedule(host.lab.id, null, NOW)));
    const found = await toCome(host);
    expect(found).toHaveLength(8);
    expect(iso(found[0]!.startsAt)).toBe('2026-11-26T17:00:00.000Z');
    expect(new Set(found.map(({ slot }) => slot)).size).toBe(8);
  });

  test('are filled up as time goes on, and only where there are too few', async () => {
    const host = await thursdayLab();
    expect(await labsBehind(NOW)).not.toContain(host.lab.id);
    const later = new Date('2026-12-04T09:00:00Z');
    expect(await labsBehind(later)).toContain(host.lab.id);
    const { created } = await followSchedule(host.lab.id, null, later);
    expect(created).toHaveLength(2);
    expect(await labsBehind(later)).not.toContain(host.lab.id);
  });

  test('move with another weekday, time and zone, and keep their ids', async () => {
    const host = await thursdayLab();
    const before = await toCome(host);
    const rule = { ...THURSDAYS, weekday: 2, localTime: '09:00', timeZone: 'America/New_York' };
    const { moves, cancelled, created } = await saveSchedule(host, rule, [], NOW);
    expect([moves.length, cancelled.length, created.length]).toEqual([8, 0, 0]);
    const after = await toCome(host);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(iso(after[0]!.startsAt)).toBe('2026-11-24T14:00:00.000Z');
    expect(await membershipIn(host.userId, host.lab.slug)).toMatchObject({ lab: { timeZone: 'America/New_York' } });
    const [row] = await sqlClient()`select revision from sessions where id = ${after[0]!.id}`;
    expect(row).toEqual({ revision: 1 });
  });

  test('fall away where they become rarer: cancelled, unless somebody has touched them', async () => {
    const host = await thursdayLab();
    const before = await toCome(host);
    await touch(before[1]!.id);
    const { cancelled } = await saveSchedule(host, { ...THURSDAYS, everyWeeks: 2 }, [], NOW);
    expect(cancelled).toHaveLength(3);
    expect(await days(host)).toEqual([
      ...['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-24', '2027-01-07'],
      ...['2027-01-21', '2027-02-04', '2027-02-18', '2027-03-04'],
    ]);
    // The log says so too, whoever opens its room.
    expect((await loadState(cancelled[0]!.sessionId)).state.status).toBe('cancelled');
  });

  test('come back on the same day once the rule does', async () => {
    const host = await thursdayLab();
    await saveSchedule(host, { ...THURSDAYS, everyWeeks: 0 }, [], NOW);
    expect(await days(host)).toEqual([]);
    await saveSchedule(host, THURSDAYS, [], NOW);
    expect(await days(host)).toHaveLength(8);
  });

  test('are the nearest once a rarer rhythm is taken back, and none that stands alone beyond', async () => {
    const host = await thursdayLab();
    const before = await toCome(host);
    await saveSchedule(host, { ...THURSDAYS, everyWeeks: 4 }, [], NOW);
    await saveSchedule(host, THURSDAYS, [], NOW);
    const after = await toCome(host);
    expect(after.slice(0, 8)).toEqual(before);
    // The ninth stood already, and no day is missing before it.
    expect(after.slice(8).map(({ slot }) => slot)).toEqual(['2027-01-21']);
  });

  test('are not cancelled where a skipped day is held after all, and are no more than they were as time goes on', async () => {
    const host = await thursdayLab();
    const [first, , third] = await toCome(host);
    await saveSchedule(host, THURSDAYS, ['2026-12-10'], NOW);
    const skipping = await toCome(host);
    const { cancelled, created } = await saveSchedule(host, THURSDAYS, [], NOW);
    expect(cancelled).toEqual([]);
    expect(created).toEqual([]);
    const held = await toCome(host);
    expect(held.map(({ id }) => id)).toEqual(
      [...skipping.slice(0, 2), third!, ...skipping.slice(2)].map(({ id }) => id),
    );
    const next = await followSchedule(host.lab.id, null, new Date(first!.startsAt + 1));
    expect(next).toMatchObject({ cancelled: [], created: [] });
  });

  test('are counted without holes, whatever was cancelled, skipped and taken back', async () => {
    const host = await thursdayLab();
    const numbers = async () => (await upcomingSessions(host)).map(({ number }) => number);
    const count = (from: number, many: number) => Array.from({ length: many }, (_, at) => from + at);
    const [first] = await toCome(host);
    await sqlClient()`update sessions set status = 'ended', started_at = now() where id = ${first!.id}`;
    const changes: [Partial<ScheduleRule>, string[]][] = [
      [{}, []],
      [{ everyWeeks: 2 }, []],
      [{}, ['2026-12-10']],
      [{ everyWeeks: 4 }, []],
      [{ weekday: 2 }, ['2026-12-22', '2027-01-05']],
      [{}, []],
    ];
    for (const [rule, skipped] of changes) {
      await saveSchedule(host, { ...THURSDAYS, ...rule }, skipped, NOW);
      const numbered = await numbers();
      expect(numbered.length).toBeGreaterThanOrEqual(8);
      expect(numbered).toEqual(count(2, numbered.length));
    }
  });

  test('are counted anew once one of them is cancelled, where nothing is regular too', async () => {
    const host = await makeMember(await makeEmptyLab(), 'host');
    const on = (day: string) => ({ startsAt: new Date(`${day}T16:00Z`), durationMinutes: 90, callUrl: null });
    const first = await scheduleSession(host, on('2031-01-09'));
    await scheduleSession(host, on('2031-01-10'));
    await sqlClient()`update sessions set status = 'cancelled' where id = ${first!}`;
    await followSchedule(host.lab.id, null, NOW);
    expect((await upcomingSessions(host)).map(({ number }) => number)).toEqual([1]);
  });

  test('leave out a skipped day, give its deals to the next, and come back when it is held after all', async () => {
    const host = await thursdayLab();
    const [first, second] = await toCome(host);
    await touch(second!.id);
    const kept = await saveSchedule(host, THURSDAYS, ['2026-11-26', '2026-12-03'], NOW);
    expect(kept.cancelled.map(({ sessionId }) => sessionId)).toEqual([first!.id]);
    expect(kept.carryOver).toEqual([second!.id]);
    expect((await days(host)).filter((day) => day !== '2026-12-03')).toHaveLength(8);
    expect((await scheduleOf(host.lab.id, NOW)).skipped).toEqual(['2026-11-26', '2026-12-03']);
    await saveSchedule(host, THURSDAYS, [], NOW);
    const back = await toCome(host);
    expect(back[0]).toMatchObject({ id: first!.id, slot: '2026-11-26' });
  });

  test('that a host cancelled are not made again', async () => {
    const host = await thursdayLab();
    const [first] = await toCome(host);
    await sqlClient()`update sessions set status = 'cancelled' where id = ${first!.id}`;
    await followSchedule(host.lab.id, null, NOW);
    expect(await days(host)).not.toContain('2026-11-26');
    expect(await days(host)).toHaveLength(8);
  });

  test('that a host moved stay there, whatever the schedule says', async () => {
    const host = await thursdayLab();
    const [first] = await toCome(host);
    const friday = new Date('2026-11-27T12:00:00Z');
    expect(await changeSession(host, first!.id, { startsAt: friday, durationMinutes: 60, callUrl: null })).toBe(true);
    await followSchedule(host.lab.id, null, NOW);
    await saveSchedule(host, { ...THURSDAYS, weekday: 2 }, [], NOW);
    const after = await toCome(host);
    expect(after).toHaveLength(8);
    expect(after.find(({ id }) => id === first!.id)).toMatchObject({ slot: '2026-11-24', startsAt: friday.getTime() });
  });

  test('that are moved back to their regular hour are regular again, and follow the schedule', async () => {
    const host = await thursdayLab();
    const [first] = await toCome(host);
    const at = (time: string) => ({ startsAt: new Date(`2026-11-26T${time}Z`), durationMinutes: 90, callUrl: null });
    const moved = async () => (await toCome(host)).map((session) => session.moved);
    await changeSession(host, first!.id, at('18:00'));
    expect(await moved()).toContain(true);
    await changeSession(host, first!.id, { ...at('17:00'), durationMinutes: 60 });
    expect(await moved()).toContain(true);
    await changeSession(host, first!.id, at('17:00'));
    expect(await moved()).not.toContain(true);
    await saveSchedule(host, { ...THURSDAYS, localTime: '09:00' }, [], NOW);
    expect(iso((await toCome(host))[0]!.startsAt)).toBe('2026-11-26T09:00:00.000Z');
  });

  test('follow a change from some day on, and the lab its zone once that day has come', async () => {
    const host = await thursdayLab();
    const rule = { ...THURSDAYS, fromDay: '2026-12-14', weekday: 1, timeZone: 'Asia/Kolkata' };
    await saveSchedule(host, rule, [], NOW);
    expect((await days(host)).slice(0, 5)).toEqual([
      ...['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-14', '2026-12-21'],
    ]);
    expect(await membershipIn(host.userId, host.lab.slug)).toMatchObject({ lab: { timeZone: 'Europe/London' } });
    const then = new Date('2026-12-13T19:00:00Z');
    expect(await labsBehind(then)).toContain(host.lab.id);
    await followSchedule(host.lab.id, null, then);
    expect(await membershipIn(host.userId, host.lab.slug)).toMatchObject({ lab: { timeZone: 'Asia/Kolkata' } });
  });

  test('are told by one mail a member when they move, and none to who moved them', async () => {
    const host = await thursdayLab();
    const rep = await makeMember(host.lab, 'rep');
    await knownToAll(host.lab.id);
    await saveSchedule(host, { ...THURSDAYS, weekday: 3 }, [], NOW);
    const mails = await sqlClient()`select user_id, data from outbox where lab_id = ${host.lab.id}`;
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ user_id: rep.userId });
    expect(mails[0]!.data.moves).toHaveLength(8);
  });

  test("are nobody else's to change", async () => {
    const host = await thursdayLab();
    const [first] = await toCome(host);
    const stranger = await makeMember(await makeEmptyLab(), 'host');
    const to = { startsAt: new Date('2026-11-27T12:00:00Z'), durationMinutes: 60, callUrl: null };
    expect(await changeSession(stranger, first!.id, to)).toBe(false);
    expect(await skipDayOf(stranger, first!.id)).toBe(false);
  });
});

test('what a skipped day or another rule cancels is told by mail, once, to all but who did it', async () => {
  const lab = await makeEmptyLab();
  const [host, rep] = [await makeMember(lab, 'host'), await makeMember(lab, 'rep')];
  const today = new Date().toISOString().slice(0, 10);
  const rule = { ...THURSDAYS, fromDay: today };
  await saveSchedule(host, rule, []);
  await knownToAll(lab.id);
  const [, second, ...others] = await toCome(host);
  await saveSchedule(host, rule, [second!.slot!]);
  const told = async () => {
    await planMail(new Date(Date.now() + 60_000));
    return sqlClient()<{ userId: string; sessions: { sessionId: string }[] }[]>`
      select user_id as "userId", data->'sessions' as sessions from outbox
      where lab_id = ${lab.id} and kind = 'session_cancelled' order by created_at, id`;
  };
  expect(await told()).toMatchObject([{ userId: rep.userId, sessions: [{ sessionId: second!.id }] }]);
  const before = await toCome(host);
  await knownToAll(lab.id);
  await saveSchedule(host, { ...rule, everyWeeks: 0 }, [second!.slot!]);
  const mails = await told();
  expect(mails.map(({ userId }) => userId)).toEqual([rep.userId, rep.userId]);
  expect(mails[1]!.sessions.map(({ sessionId }) => sessionId)).toEqual(before.map(({ id }) => id));
  expect(mails[1]!.sessions.map(({ sessionId }) => sessionId)).toContain(others[0]!.id);
});

test('the public page tells the rhythm of the next session, where another one holds by then', async () => {
  const host = await thursdayLab();
  await savePublicPage(host, { about: '', shown: true });
  const told = async () => {
    const { regular, next } = (await publicLab(host.lab.slug, NOW))!;
    return {
      everyWeeks: regular!.everyWeeks,
      at: iso(regular!.startsAt.getTime()),
      next: iso(next!.startsAt.getTime()),
    };
  };
  const thursday = '2026-11-26T17:00:00.000Z';
  expect(await told()).toEqual({ everyWeeks: 1, at: thursday, next: thursday });
  const friday = '2026-11-27T17:00:00.000Z';
  await saveSchedule(host, { ...THURSDAYS, fromDay: '2026-11-25', everyWeeks: 2, weekday: 5 }, [], NOW);
  expect(await told()).toEqual({ everyWeeks: 2, at: friday, next: friday });
});
