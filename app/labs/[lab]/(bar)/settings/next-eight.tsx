import { Clock } from 'lucide-react';
import { clockChanges } from '@/domain/clock-changes';
import { comingSessions, type Ahead, type ComingSession } from '@/domain/coming-sessions';
import { AHEAD, instantAt, mondayOf, nextSlots, ruleOn, type ScheduleRule, type Slot } from '@/domain/schedule';
import { Icon } from '@/ui/icon';
import { CalendarDay } from '@/ui/time';
import { zonePlace } from '@/ui/zone-place';
import { useLocale } from '@/ui/viewer';
import { changeSentences, oddSentences, type Located } from './clock-words';

export type { Located };

interface NextEightProps {
  rules: readonly ScheduleRule[];
  /** The day from which what is typed holds. */
  changes: string;
  skipped: readonly string[];
  ahead: Ahead;
  members: readonly Located[];
  now: number;
}

interface Row {
  id: string;
  slot: Slot;
  /** What is said beside its time, or in its place. */
  said: string;
  off?: boolean;
}

const SAID: Record<ComingSession['kind'], string> = { regular: '', moved: 'moved', single: 'a single one' };

/**
 * The next eight sessions as they would be, with the days that are left out and what is given up, and what clocks do in between. Where a change
 * holds from a day beyond them, its first eight too.
 */
export function NextEight({ rules, changes, skipped, ahead, members, now }: NextEightProps) {
  const locale = useLocale();
  const isOff = (day: string) => skipped.includes(day) || ahead.taken.includes(day);
  const { coming: all, cancelled } = comingSessions(rules, skipped, ahead, now);
  const coming = all.slice(0, AHEAD);
  const regular = coming.flatMap(({ slot, kind }) => (kind === 'regular' ? slot : []));
  const last = coming.at(-1)?.slot;
  const later = last && last.day < changes ? laterSlots(rules, changes, isOff) : [];
  const zones = members.flatMap(({ zone }) => zone ?? []);
  const turns = clockChanges(regular, zones);
  const marked = new Set(turns.map(({ from }) => from.day));
  const held = [...coming.map(({ slot }) => slot), ...later];
  const places = [...new Set(held.map(({ timeZone }) => zonePlace(timeZone)))];
  const sentences = [...oddSentences(rules, held, locale), ...changeSentences(turns, members, locale)];
  const left = nextSlots(rules, now, isOff).filter(({ slot, off }) => off && last && slot.at < last.at);
  // Whose day in its week is skipped is told by that day.
  const skippedWeeks = new Set(left.map(({ slot }) => mondayOf(slot.day)));
  const lost = cancelled.filter(({ slot }) => !skippedWeeks.has(mondayOf(slot.day)));
  const rows: Row[] = [
    ...coming.map(({ id, slot, kind }) => ({ id, slot, said: SAID[kind] })),
    ...left.flatMap(({ slot }) => {
      const why = skipped.includes(slot.day) ? 'skipped' : ahead.cancelled.includes(slot.day) ? 'cancelled' : undefined;
      return why ? [{ id: `off ${slot.day}`, slot, said: why, off: true }] : [];
    }),
    ...lost.map(({ id, slot }) => ({ id, slot, said: 'will be cancelled', off: true })),
  ];
  const regularly = regular.length + later.length > 0;
  return (
    <section className="mt-[26px] border-t border-rule pt-[18px]" aria-labelledby="next-eight">
      <div className="row between base">
        <h3 id="next-eight">{regularly ? 'The next eight' : 'Nothing is regular'}</h3>
        {places.length > 0 && <span className="meta">{places.join(', then ')} time</span>}
      </div>
      {!regularly && <p className="soft mt-2">A host schedules each session by itself, on the Schedule page.</p>}
      <Preview rows={rows} marked={marked} />
      {later.length > 0 && (
        <>
          <p className="soft mt-4">
            From <CalendarDay day={changes} form="date" /> on:
          </p>
          <Preview rows={later.map((slot) => ({ id: slot.day, slot, said: '' }))} marked={marked} />
        </>
      )}
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

function Preview({ rows, marked }: { rows: readonly Row[]; marked: ReadonlySet<string> }) {
  const ordered = rows.toSorted((a, b) => a.slot.at - b.slot.at);
  const held = ordered.filter(({ off }) => !off);
  return (
    <ol className="preview mt-[6px]" aria-live="polite">
      {ordered.map((row) => {
        const day = <CalendarDay day={row.slot.day} />;
        return (
          <li key={row.id} className={row.off ? 'off' : undefined}>
            <span className="meta num">{row.off ? '' : held.indexOf(row) + 1}</span>
            <span className="num">{row.off ? <s>{day}</s> : day}</span>
            <span className="meta num">{row.off ? row.said : timeWith(row, marked)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** The first eight from a day on. */
function laterSlots(rules: readonly ScheduleRule[], day: string, isOff: (day: string) => boolean): Slot[] {
  const rule = ruleOn(rules, day);
  if (!rule) return [];
  const before = instantAt(day, '00:00', rule.timeZone).getTime() - 1;
  return nextSlots(rules, before, isOff).flatMap(({ slot, off }) => (off ? [] : slot));
}

function timeWith({ slot: { time, oddity, day }, said }: Row, marked: ReadonlySet<string>): string {
  const shown = oddity || marked.has(day) ? `${time} *` : time;
  return said ? `${shown} · ${said}` : shown;
}
