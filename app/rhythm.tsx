import type { ScheduleRule } from '@/domain/schedule';
import { CalendarDay } from '@/ui/time';
import { zonePlace } from '@/ui/zone-place';

/** How often a lab meets, as a sentence goes on with a weekday. */
export const HOW_OFTEN: Record<number, string> = { 1: 'every', 2: 'every second', 4: 'every fourth' };

/** A rule in words: "every second Thursday at 17:00 in London, 90 minutes". */
export function Rhythm({ rule }: { rule: Omit<ScheduleRule, 'fromDay'> }) {
  const often = HOW_OFTEN[rule.everyWeeks];
  if (!often) return 'nothing regular, each session by itself';
  return (
    <>
      {often} <CalendarDay day={aDayOn(rule.weekday)} form="weekday" /> at {rule.localTime} in{' '}
      {zonePlace(rule.timeZone)}, {rule.durationMinutes} minutes
    </>
  );
}

/** Some day on an ISO weekday: the first of January 2024 was a Monday. */
function aDayOn(weekday: number): string {
  return `2024-01-0${weekday}`;
}
