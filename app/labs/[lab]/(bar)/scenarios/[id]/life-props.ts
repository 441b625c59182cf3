import type { Membership } from '@/db/labs';
import type { ScenarioLife } from '@/domain/scenario-life';
import { timeText, type TimeForm } from '@/ui/time-text';

/** What each part of a deal's page is drawn from. */
export interface LifeProps {
  membership: Membership;
  life: ScenarioLife;
  /** The name of anybody in it; who left is "a former member". */
  name: (id: string) => string;
  /** The language of its dates and money. */
  locale: string;
}

/** An instant in the lab's zone, in the viewer's language. */
export function writtenIn({ membership, locale }: LifeProps, at: string, form: TimeForm): string {
  return timeText(Date.parse(at), form, locale, membership.lab.timeZone);
}
