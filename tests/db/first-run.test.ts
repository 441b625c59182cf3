import { expect, test } from 'vitest';
import { createFirstHost } from '@/db/first-run';
import { upcomingSessions } from '@/db/lab-home';
import { membershipIn } from '@/db/labs';
import { anyAccount } from '@/db/people';
import { newLab } from '@/domain/lab';
import { useTestDatabase } from '../support/database';
import { TYPED_LAB } from '../support/typed-lab';

useTestDatabase();

const lab = newLab.parse({ labName: 'Thursday Lab', ...TYPED_LAB });

test('of two first visitors at once one becomes the host, and the other makes nothing', async () => {
  expect(await anyAccount()).toBe(false);
  const now = new Date('2026-11-23T09:00:00Z');
  const visit = (name: string) => createFirstHost({ name, email: `${name}@example.com`, passwordHash: 'x', lab }, now);
  const made = (await Promise.all(['ruth', 'tom', 'eve'].map(visit))).filter((one) => one !== undefined);

  expect(made).toHaveLength(1);
  const membership = await membershipIn(made[0]!.account.id, 'thursday-lab');
  expect(membership).toMatchObject({ role: 'host', lab: { name: 'Thursday Lab', timeZone: 'Europe/London' } });
  const sessions = await upcomingSessions(membership!);
  expect(sessions).toHaveLength(8);
  expect(sessions[0]).toMatchObject({ number: 1, startsAt: Date.parse('2026-11-26T17:00:00Z') });
  expect(await visit('late')).toBeUndefined();
});
