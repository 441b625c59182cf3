import { upcomingSessions } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { saveSchedule } from '@/db/schedule-changes';
import type { ScheduleRule } from '@/domain/schedule';
import { makeEmptyLab, makeMember } from './people';
import { aRule } from './schedule-rule';

export const NOW = new Date('2026-11-23T09:00:00Z');
export const THURSDAYS: ScheduleRule = aRule({ fromDay: '2026-11-23' });

/** The host of a lab that meets on Thursdays from `NOW` on. */
export async function thursdayLab(): Promise<Membership> {
  const host = await makeMember(await makeEmptyLab(), 'host');
  await saveSchedule(host, THURSDAYS, [], NOW);
  return host;
}

/** Where the lab's sessions to come are, in order. */
export async function toCome(host: Membership) {
  return (await upcomingSessions(host)).map(({ id, slot, startsAt, moved }) => ({ id, slot, startsAt, moved }));
}

/** The days of the schedule that they stand for. */
export async function days(host: Membership): Promise<(string | null)[]> {
  return (await toCome(host)).map(({ slot }) => slot);
}
