import { beforeAll, expect, test } from 'vitest';
import { calendarOfSession } from '@/db/calendar-feeds';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../support/database';
import { HOST, SESSION, START, World } from '../support/session-world';
import { storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const MINUTE_MS = 60_000;
const EARLY = START - 2 * 24 * 60 * MINUTE_MS;

beforeAll(async () => {
  await storeLab((id) => id);
  // As the world's clock has it.
  await sqlClient()`update sessions set revised_at = ${new Date(EARLY - MINUTE_MS).toISOString()}`;
});

test('a calendar has a session that is over as it was held, and is told of each change by a higher SEQUENCE', async () => {
  const world = new World();
  const does = async (type: string, at: number, by: string | null = HOST) => {
    const since = world.session.state.seq;
    world.now = at;
    world.ok(by, type);
    await storeHistory(SESSION, world.session, since);
    const { startsAt, durationMinutes, revision, revisedAt } = (await calendarOfSession(HOST, SESSION))!.sessions[0]!;
    return { startsAt, durationMinutes, revision, toldAt: revisedAt };
  };
  const planned = { startsAt: START, durationMinutes: 90 };
  expect(await does('session.start', EARLY)).toEqual({ ...planned, revision: 0, toldAt: EARLY - MINUTE_MS });
  const end = EARLY + 47 * MINUTE_MS;
  const held = { startsAt: EARLY, durationMinutes: 47 };
  expect(await does('session.end', end)).toEqual({ ...held, revision: 1, toldAt: end });
  expect(await does('session.reopen', end + MINUTE_MS)).toMatchObject({ ...planned, revision: 2 });
  expect(await does('session.end', end + 5 * MINUTE_MS)).toMatchObject({ ...held, durationMinutes: 52, revision: 3 });
  // The system ends what everybody has left long since (S12): how long it was is as planned.
  await does('session.reopen', end + 6 * MINUTE_MS);
  expect(await does('session.end', end + 12 * 60 * MINUTE_MS, null)).toMatchObject({
    startsAt: EARLY,
    durationMinutes: 90,
    revision: 5,
  });
});
