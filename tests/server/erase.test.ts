import { expect, it, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { deleteLab } from '@/db/lab-deletion';
import { leave } from '@/db/leaving';
import { eraseQueue } from '@/server/jobs/erase';
import type { Logger } from '@/server/log';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';

useTestDatabase();

it('every hour accounts and labs are erased that were deleted two weeks ago, and the log names nobody', async () => {
  const info = vi.fn();
  const queue = eraseQueue({ info } as unknown as Logger);
  expect(queue).toMatchObject({ name: 'erase', cron: expect.stringMatching(/^\d+ \* \* \* \*$/) });
  const run = () => queue.run({ id: 'a job', last: true });
  const [old, young, kept] = [await makeLab(), await makeLab(), await makeLab()];
  const [gone, going] = kept.reps;
  for (const lab of [old, young]) await deleteLab(await hostOf(lab));
  for (const person of [gone, going]) await leave(person!.id);
  const sql = sqlClient();
  const there = async () => ({
    labs: new Set((await sql<{ id: string }[]>`select id from labs`).map(({ id }) => id)),
    people: new Set((await sql<{ id: string }[]>`select id from users where email is not null`).map(({ id }) => id)),
  });
  await run();
  expect(info).not.toHaveBeenCalled();
  expect((await there()).labs).toEqual(new Set([old.labId, young.labId, kept.labId]));

  await sql`update labs set deleted_at = now() - interval '15 days' where id = ${old.labId}`;
  await sql`update labs set deleted_at = now() - interval '13 days' where id = ${young.labId}`;
  await sql`update users set leaving_at = now() - interval '15 days' where id = ${gone!.id}`;
  await sql`update users set leaving_at = now() - interval '13 days' where id = ${going!.id}`;
  await run();
  const { labs, people } = await there();
  expect(labs).toEqual(new Set([young.labId, kept.labId]));
  expect([people.has(gone!.id), people.has(going!.id)]).toEqual([false, true]);
  expect(info.mock.calls).toEqual([[{ labs: [old.labId], users: [gone!.id] }, 'what was deleted is erased']]);
  await run();
  expect(info).toHaveBeenCalledTimes(1);
});
