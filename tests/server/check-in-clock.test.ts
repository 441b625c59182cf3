import { expect, test, vi } from 'vitest';
import { dueCommitments, recordCheckIn, reportable } from '@/db/checkins';
import { useHeardLab } from '../support/heard-lab';

// The server takes the database's clock to be a minute further than it is.
vi.mock('@/db/clock', () => ({ databaseTime: () => Promise.resolve(Date.now() + 60_000) }));

const { heardLab } = useHeardLab();

test('a report beside a session comes after what it follows, whatever the server’s clock said of that', async () => {
  const { rep, host } = await heardLab();
  const { commitmentId } = (await dueCommitments(rep))[0]!;
  const told = async () => (await reportable(rep, commitmentId))!.reports.map(({ outcome }) => outcome);
  await recordCheckIn(rep, { commitmentId, outcome: 'advanced' });
  expect(await dueCommitments(rep)).toMatchObject([{ outcome: 'advanced' }]);
  for (const [who, outcome] of [[host, 'lost'] as const, [rep, 'won'] as const]) {
    const [before] = (await reportable(who, commitmentId))!.reports;
    expect(await recordCheckIn(who, { commitmentId, outcome }, { seen: '' })).toEqual({ ...before, stands: null });
    await recordCheckIn(who, { commitmentId, outcome }, { seen: before!.seen });
  }
  expect(await told()).toEqual(['won', 'lost', 'advanced']);
});
