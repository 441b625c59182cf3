import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { database, sqlClient } from '@/db/connection';
import { upcomingSessions } from '@/db/lab-home';
import { saveSchedule } from '@/db/schedule-changes';
import { orderNumbers } from '@/db/session-numbers';
import { useTestDatabase } from '../support/database';
import { addSession } from '../support/lab';
import { makeEmptyLab } from '../support/people';
import { NOW, thursdayLab, THURSDAYS } from '../support/thursday-lab';

useTestDatabase();

/** What the migration does to labs whose numbers have holes from before. */
const COUNTED_ANEW = readFileSync('db/migrations/0026_numbers_without_holes.sql', 'utf8');

it('counts what has not begun anew as every change of a lab does, and tells calendars of those that are called otherwise', async () => {
  const sql = sqlClient();
  const [holes, none, fresh] = await Promise.all([1, 2, 3].map(() => makeEmptyLab()));
  const add = async (labId: string, number: number, day: string, status = 'scheduled') => {
    const id = await addSession(labId, number, new Date(`${day}T17:00Z`));
    await sql`update sessions set status = ${status} where id = ${id}`;
  };
  // Begun up to the fourth; then a hole, two of one instant, and two that are the wrong way round.
  await add(holes!.id, 4, '2031-01-02', 'ended');
  await add(holes!.id, 2, '2030-12-26', 'ended');
  await add(holes!.id, 5, '2031-01-09', 'cancelled');
  await add(holes!.id, 7, '2031-01-16');
  await add(holes!.id, 6, '2031-01-16');
  await add(holes!.id, 10, '2031-01-23');
  await add(holes!.id, 8, '2031-01-30');
  await add(none!.id, 1, '2031-01-02', 'live');
  await add(none!.id, 2, '2031-01-09');
  await add(fresh!.id, 3, '2031-01-09');
  const read = async (labId: string) =>
    sql<{ number: number; status: string; revision: number }[]>`
      select number, status, revision from sessions where lab_id = ${labId} order by starts_at, number`;
  await sql.begin((tx) => tx.unsafe(COUNTED_ANEW));
  expect(await read(holes!.id)).toEqual([
    { number: 2, status: 'ended', revision: 0 },
    { number: 4, status: 'ended', revision: 0 },
    { number: 5, status: 'cancelled', revision: 0 },
    { number: 5, status: 'scheduled', revision: 1 },
    { number: 6, status: 'scheduled', revision: 1 },
    { number: 7, status: 'scheduled', revision: 1 },
    { number: 8, status: 'scheduled', revision: 0 },
  ]);
  expect((await read(none!.id)).map(({ number, revision }) => [number, revision])).toEqual([
    [1, 0],
    [2, 0],
  ]);
  expect(await read(fresh!.id)).toEqual([{ number: 1, status: 'scheduled', revision: 1 }]);
  // Nothing is left for the rule to change.
  for (const lab of [holes!, none!, fresh!]) {
    const counted = await read(lab.id);
    await database().transaction((tx) => orderNumbers(tx, lab.id));
    expect(await read(lab.id)).toEqual(counted);
  }
});

it('leaves the first its number where the second is begun before it, whatever is saved then', async () => {
  const host = await thursdayLab();
  const [first, second] = await upcomingSessions(host);
  await sqlClient()`update sessions set status = 'live', started_at = now() where id = ${second!.id}`;
  await saveSchedule(host, { ...THURSDAYS, localTime: '18:00' }, [], NOW);
  const after = (await upcomingSessions(host)).filter(({ id }) => id !== second!.id);
  expect(after.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
  expect(after[0]!.id).toBe(first!.id);
});
