import type { ClockChange } from '@/domain/clock-changes';
import { listed } from '@/domain/listed';
import { ruleOn, type ScheduleRule, type Slot } from '@/domain/schedule';
import { firstName } from '@/domain/vocabulary';
import { dayText } from '@/ui/time-text';
import { zonePlace } from '@/ui/zone-place';

/** A member, and the zone that their devices draw times in. */
export interface Located {
  name: string;
  zone: string | null;
}

const MOST_NAMES = 5;

/** What is said of the days on which the local time is missing, or comes twice. */
export function oddSentences(rules: readonly ScheduleRule[], slots: readonly Slot[], locale: string): string[] {
  const day = (one: string) => dayText(one, 'monthDay', locale);
  return slots.flatMap((slot) => {
    const place = zonePlace(slot.timeZone);
    if (slot.oddity === 'missing') {
      const asked = ruleOn(rules, slot.day)?.localTime ?? slot.time;
      return [
        `On ${day(slot.day)} there is no ${asked} in ${place}: clocks go forward, and it begins at ${slot.time}.`,
      ];
    }
    if (slot.oddity === 'twice') {
      return [`On ${day(slot.day)} it is ${slot.time} twice in ${place}: it begins the first time.`];
    }
    return [];
  });
}

/** Who has another hour than usual, and why. */
export function changeSentences(
  changes: readonly ClockChange[],
  members: readonly Located[],
  locale: string,
): string[] {
  const day = (one: string) => dayText(one, 'monthDay', locale);
  const sentences = changes.map((change) => {
    const { from, until, usual, shown, zone } = change;
    const names = members.filter((one) => one.zone === zone).map(({ name }) => firstName(name));
    const span = until ? `${day(from.day)}, until ${day(until.day)},` : `${day(from.day)} on`;
    return `From ${span} ${turned(change)}: ${from.time} here is ${shown} for ${named(names)}, not ${usual}.`;
  });
  if (sentences.length === 0) return [];
  const unknown = members.some(({ zone }) => zone === null);
  return [
    ...sentences,
    unknown ? 'Everyone else whose zone is known keeps their hour.' : 'Everyone else keeps their hour.',
  ];
}

/** "New York has gone forward and London has not". */
function turned({ forward, back, zone, from }: ClockChange): string {
  const told = [
    ...forward.map((one) => `${zonePlace(one)} has gone forward`),
    ...back.map((one) => `${zonePlace(one)} has gone back`),
  ];
  const still = [zone, from.timeZone].filter((one) => !forward.includes(one) && !back.includes(one));
  return listed([...told, ...still.map((one) => `${zonePlace(one)} has not`)]);
}

function named(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return listed(more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names);
}
