import type { ReactNode } from 'react';
import { CalendarDay } from '@/ui/time';

const DAY_MS = 86_400_000;

/** When a commitment is due, from the lab's today on, and whether that is now. Days are YYYY-MM-DD. */
export function dueText(dueOn: string, today: string): { text: ReactNode; now: boolean } {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  if (days < -1) return { text: `${-days} days overdue`, now: true };
  if (days === -1) return { text: 'due since yesterday', now: true };
  if (days === 0) return { text: 'due today', now: true };
  if (days === 1) return { text: 'due tomorrow', now: true };
  const day = <CalendarDay day={dueOn} form={days < 7 ? 'weekday' : 'monthDay'} />;
  return { text: <>due {day}</>, now: false };
}
