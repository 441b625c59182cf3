import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { labsOf, membershipIn } from '@/db/labs';
import { foundAnotherLab, MOST_HOSTED } from '@/db/new-lab';
import type { NewLab } from '@/domain/lab';
import { useTestDatabase } from '../support/database';
import { makeAccount, makeEmptyLab, makeMember } from '../support/people';

useTestDatabase();

const MADE: NewLab = {
  labName: 'Second Lab',
  weekday: 2,
  localTime: '09:30',
  timeZone: 'Europe/London',
  present: 3,
  clarify: 5,
  coach: 10,
  commit: 2,
};

test('another lab has its maker as host, the pledge agreed to, an address of its own and eight sessions', async () => {
  const { userId } = await makeMember(await makeEmptyLab(), 'host');
  const [first, second] = [await foundAnotherLab(userId, MADE), await foundAnotherLab(userId, MADE)];
  expect(first).not.toBe(second);
  const membership = (await membershipIn(userId, second!))!;
  expect(membership).toMatchObject({ role: 'host', pledgedAt: expect.any(Date), lab: { name: 'Second Lab' } });
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from sessions where lab_id = ${membership.lab.id} and status = 'scheduled'`;
  expect(row!.count).toBe(8);
});

test('one person hosts so many labs at most, also when they are made at once', async () => {
  const { id } = await makeAccount();
  const made = await Promise.all(Array.from({ length: MOST_HOSTED + 3 }, () => foundAnotherLab(id, MADE)));
  expect(made.filter((slug) => slug !== undefined)).toHaveLength(MOST_HOSTED);
});

test('a form that is sent twice, also at once, makes one lab; another person’s lab is not told by its id', async () => {
  const [one, other] = [await makeAccount(), await makeAccount()];
  const id = newId();
  const slugs = await Promise.all([1, 2, 3].map(() => foundAnotherLab(one.id, MADE, id)));
  expect(new Set(slugs).size).toBe(1);
  expect(await labsOf(one.id)).toHaveLength(1);
  expect(await foundAnotherLab(one.id, { ...MADE, labName: 'Another' }, id)).toBe('another');
  expect(slugs).not.toContain(await foundAnotherLab(other.id, MADE, id));
  expect(await labsOf(other.id)).toHaveLength(1);
});

test('labs are listed the open ones first, then by when one joined', async () => {
  const { id } = await makeAccount();
  const slugs = [await foundAnotherLab(id, MADE), await foundAnotherLab(id, MADE), await foundAnotherLab(id, MADE)];
  await sqlClient()`update labs set archived_at = now() where slug = ${slugs[0]!}`;
  expect((await labsOf(id)).map(({ lab }) => lab.slug)).toEqual([slugs[1], slugs[2], slugs[0]]);
});
