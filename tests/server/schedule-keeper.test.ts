import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { upcomingSessions } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import { loadState } from '@/db/session-log';
import type { ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { openLog } from '@/server/log';
import { ScheduleKeeper, type KeptRooms } from '@/server/schedule-keeper';
import { useTestDatabase } from '../support/database';
import { aDeal } from '../support/deals';
import { makeLab } from '../support/lab';
import { startLive, type LiveServer } from '../support/live-server';

useTestDatabase();
let server: LiveServer;
beforeAll(async () => {
  server = await startLive();
});
afterAll(() => server.close());

const DAY_MS = 86_400_000;

/** A lab whose weekly sessions were made these days ago, by its clock just now: some went by, and nobody was there. */
async function labMadeDaysAgo(days: number) {
  const lab = await makeLab();
  await sqlClient()`delete from sessions where id = ${lab.sessionId}`;
  const then = new Date(Date.now() - days * DAY_MS);
  const tomorrow = new Date(then.getTime() + DAY_MS);
  const rule: ScheduleRule = {
    fromDay: wallClock(then, 'UTC').day,
    everyWeeks: 1,
    weekday: tomorrow.getUTCDay() || 7,
    localTime: wallClock(then, 'UTC').time,
    timeZone: 'UTC',
    durationMinutes: 90,
  };
  const host = (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
  await saveSchedule(host, rule, [], then);
  const rows = await sqlClient()<{ id: string }[]>`
    select id from sessions where lab_id = ${lab.labId} order by starts_at`;
  return { lab, host, rows };
}

const statusOf = async (id: string) => (await loadState(id)).state.status;
const toCome = async (host: Membership) =>
  (await upcomingSessions(host)).filter(({ startsAt }) => startsAt > Date.now());

/** Lets a keeper look after all labs, and then do some more. */
async function kept(
  live: KeptRooms = server.live,
  more?: (keeper: ScheduleKeeper) => Promise<void>,
  log = openLog('silent'),
) {
  const keeper = new ScheduleKeeper(log);
  keeper.start(live);
  await keeper.look();
  await more?.(keeper);
  await keeper.close();
}

describe('the keeper of the schedules', () => {
  it('fills the sessions ahead up to eight, and cancels those that nobody held: their deals go on', async () => {
    const { lab, host, rows } = await labMadeDaysAgo(16);
    const [missed, missedToo, lately, next] = rows;
    const rep = await server.connect(lab.reps[0]!, missed!.id);
    await rep.does('scenario.submit', aDeal('Nobody came'));
    await kept();
    expect(await statusOf(missed!.id)).toBe('cancelled');
    expect(await statusOf(missedToo!.id)).toBe('cancelled');
    expect(await statusOf(lately!.id)).toBe('cancelled');
    const after = await toCome(host);
    expect(after).toHaveLength(8);
    expect(after[0]!.id).toBe(next!.id);
    const { state } = await loadState(next!.id);
    expect(Object.values(state.scenarios).map(({ title }) => title)).toEqual(['Nobody came']);
  });

  it('makes one more at the end of the row once a session is over', async () => {
    const { lab, host } = await labMadeDaysAgo(0);
    const before = await toCome(host);
    expect(before).toHaveLength(8);
    await kept(server.live, async (keeper) => {
      const room = await server.connect(lab.hosts[0]!, before[0]!.id);
      await room.does('session.start');
      await room.does('session.end');
      expect(await toCome(host)).toHaveLength(7);
      keeper.over(lab.labId);
      await expect.poll(async () => (await toCome(host)).length).toBe(8);
    });
    const after = await toCome(host);
    expect(after.map(({ id }) => id).slice(0, 7)).toEqual(before.slice(1).map(({ id }) => id));
    expect(after[7]!.startsAt - before[7]!.startsAt).toBe(7 * DAY_MS);
  });

  it('W21: a session that is cancelled in its room is counted no more, and the lab’s other rooms are told so', async () => {
    const { lab, host } = await labMadeDaysAgo(0);
    const [first, second] = await toCome(host);
    const numberOf = async (id: string) => (await toCome(host)).find((session) => session.id === id)?.number;
    expect([first!.number, second!.number]).toEqual([1, 2]);
    await kept(server.live, async (keeper) => {
      const waits = await server.connect(lab.reps[0]!, second!.id);
      const room = await server.connect(lab.hosts[0]!, first!.id);
      const told = () => waits.raw.some((each) => (each as { name: string }).name === 'meeting');
      await room.does('session.cancel');
      expect(told()).toBe(false);
      keeper.over(lab.labId);
      await waits.until(told, 'that the meeting changed');
      // By then there is something to ask for.
      expect(await numberOf(second!.id)).toBe(1);
    });
  });

  it('changes nothing a second time, or beside another server', async () => {
    const { host } = await labMadeDaysAgo(9);
    await Promise.all([kept(), kept()]);
    const once = await toCome(host);
    await kept();
    expect(once).toHaveLength(8);
    expect(await toCome(host)).toEqual(once);
  });

  it('goes on with the others where one can’t be done', async () => {
    const [one, other] = [await labMadeDaysAgo(9), await labMadeDaysAgo(9)];
    const missed = new Set([one, other].map(({ rows }) => rows[0]!.id));
    const asked: string[] = [];
    const log = openLog('silent');
    const warn = vi.spyOn(log, 'warn');
    const cancel = (sessionId: string) => {
      if (missed.has(sessionId)) asked.push(sessionId);
      return Promise.reject(new Error('The room is away.'));
    };
    await kept({ ...server.live, cancel }, undefined, log);
    expect(new Set(asked)).toEqual(missed);
    // The log says which.
    const told = new Set(warn.mock.calls.map(([what]) => (what as { sessionId?: string }).sessionId));
    for (const sessionId of missed) expect(told).toContain(sessionId);
    for (const { host } of [one, other]) expect(await toCome(host)).toHaveLength(8);
  });

  it('leaves an archived lab alone', async () => {
    const { lab, rows } = await labMadeDaysAgo(9);
    await sqlClient()`update labs set archived_at = now() where id = ${lab.labId}`;
    await kept();
    expect(await statusOf(rows[0]!.id)).toBe('scheduled');
    const [made] = await sqlClient()`select count(*)::int as n from sessions where lab_id = ${lab.labId}`;
    expect(made).toEqual({ n: 8 });
  });
});
