import type { ScheduleRule } from '@/domain/schedule';

/** A lab that meets each Thursday at 17:00 in London, for an hour and a half. */
export function aRule(changes: Partial<ScheduleRule> = {}): ScheduleRule {
  return {
    fromDay: '2026-01-01',
    everyWeeks: 1,
    weekday: 4,
    localTime: '17:00',
    timeZone: 'Europe/London',
    durationMinutes: 90,
    ...changes,
  };
}
