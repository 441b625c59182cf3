import { Clock } from 'lucide-react';
import { clockChanges } from '@/domain/clock-changes';
import { nextSlots, type ScheduleRule, type Slot } from '@/domain/schedule';
import { Icon } from '@/ui/icon';
import { CalendarDay } from '@/ui/time';
import { zonePlace } from '@/ui/time-text';
import { useLocale } from '@/ui/viewer';
import { changeSentences, oddSentences, type Located } from './clock-words';

export type { Located };

interface NextEightProps {
  rules: readonly ScheduleRule[];
  skipped: readonly string[];
  cancelled: readonly string[];
  members: readonly Located[];
  now: number;
}

/** The next eight sessions as they would be, with the days that are left out, and what clocks do in between. */
export function NextEight({ rules, skipped, cancelled, members, now }: NextEightProps) {
  const locale = useLocale();
  const written = (day: string) => <CalendarDay day={day} />;
  const slots = nextSlots(rules, now, (day) => skipped.includes(day) || cancelled.includes(day));
  const held = slots.filter(({ off }) => !off).map(({ slot }) => slot);
  const zones = members.flatMap(({ zone }) => zone ?? []);
  const changes = clockChanges(held, zones);
  const marked = new Set(changes.map(({ from }) => from.day));
  const places = [...new Set(held.map(({ timeZone }) => zonePlace(timeZone)))];
  const sentences = [...oddSentences(rules, held, locale), ...changeSentences(changes, members, locale)];
  return (
    <section className="mt-[26px] border-t border-rule pt-[18px]" aria-labelledby="next-eight">
      <div className="row between base">
        <h3 id="next-eight">{held.length === 0 ? 'Nothing is regular' : 'The next eight'}</h3>
        {places.length > 0 && <span className="meta">{places.join(', then ')} time</span>}
      </div>
      {held.length === 0 && <p className="soft mt-2">A host schedules each session by itself, on the Schedule page.</p>}
      <ol className="preview mt-[6px]" aria-live="polite">
        {slots.map(({ slot, off }) => (
          <li key={slot.day} className={off ? 'off' : undefined}>
            <span className="meta num">{off ? '' : held.indexOf(slot) + 1}</span>
            <span className="num">{off ? <s>{written(slot.day)}</s> : written(slot.day)}</span>
            <span className="meta num">{off ? why(slot, skipped) : timeWith(slot, marked)}</span>
          </li>
        ))}
      </ol>
      {sentences.length > 0 && (
        <div className="row top mt-[14px] gap-[9px]">
          <Icon as={Clock} className="mt-[3px]" />
          <div>
            <b className="b">* Clocks change in between.</b>{' '}
            {sentences.map((sentence) => (
              <span key={sentence} className="soft num">
                {sentence}{' '}
              </span>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

function why({ day }: Slot, skipped: readonly string[]): string {
  return skipped.includes(day) ? 'skipped' : 'cancelled';
}

function timeWith({ time, oddity, day }: Slot, marked: ReadonlySet<string>): string {
  return oddity || marked.has(day) ? `${time} *` : time;
}
