import { errorsOf } from '@/app/form-state';
import { newSession } from '@/domain/lab';
import { listed } from '@/domain/listed';
import { clockAt, LONGEST_AHEAD_MS } from '@/domain/schedule';

/**
 * A day, time, length and call as typed, on the lab's clock; `now` in ms. Refused by field, a time that clocks leave out
 * too. Of a time that comes twice it is the first.
 */
export function readMeeting(typed: Record<string, string>, timeZone: string, now: number) {
  const parsed = newSession.safeParse(typed);
  if (!parsed.success) return { errors: errorsOf(parsed.error) };
  const { day, localTime, durationMinutes, callUrl } = parsed.data;
  const { at, oddity } = clockAt(day, localTime, timeZone);
  if (oddity === 'missing')
    return { errors: { localTime: `Clocks go forward then: ${localTime} is not there that day.` } };
  const ahead = at - now;
  if (ahead < 0) return { errors: { day: 'Choose a day and a time that are still to come.' } };
  if (ahead > LONGEST_AHEAD_MS) return { errors: { day: 'Choose a day within two years.' } };
  return { meeting: { startsAt: new Date(at), durationMinutes, callUrl }, twice: oddity === 'twice' };
}

/**
 * What is said once a meeting stands: of a time that comes twice, which one it is; and what else of the lab's is on then,
 * as "session 5 (Thursday 3 December, 17:00)".
 */
export function standsNow(done: 'Scheduled' | 'Saved', twice: boolean, overlaps: readonly string[] = []): string {
  const first = twice ? ' Clocks show that time twice that day: it is the first.' : '';
  const beside = overlaps.length > 0 ? ` Mind that it overlaps ${listed(overlaps)}.` : '';
  return `${done}. Everyone’s calendar follows.${first}${beside}`;
}
