'use client';

import { useState } from 'react';
import { Carried } from '@/app/carried';
import { Rhythm } from '@/app/rhythm';
import type { ZoneGroup } from '@/app/time-zones';
import { useForm } from '@/app/use-form';
import type { Ahead } from '@/domain/coming-sessions';
import {
  changeDay,
  EVERY_WEEKS,
  isDay,
  laterRules,
  ruleNow,
  skippedNow,
  withRule,
  type EveryWeeks,
  type ScheduleRule,
} from '@/domain/schedule';
import { timeZoneNamed } from '@/domain/time-zone';
import { ZoneOptions } from '@/app/zone-options';
import { Choices } from '@/ui/choices';
import { SelectField, TextField } from '@/ui/input';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { CalendarDay } from '@/ui/time';
import { saveLabSchedule } from './actions';
import { NextEight, type Located } from './next-eight';
import { SkippedDays } from './skipped-days';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const EVERY = [
  { value: '1', label: 'week' },
  { value: '2', label: '2 weeks' },
  { value: '4', label: '4 weeks' },
  { value: '0', label: 'one by one' },
] as const;

interface SchedulePartProps {
  slug: string;
  rules: ScheduleRule[];
  skipped: string[];
  /** The sessions to come as they are. */
  ahead: Ahead;
  /** For a lab without a schedule. */
  fallback: Pick<ScheduleRule, 'timeZone' | 'durationMinutes'>;
  members: Located[];
  zones: ZoneGroup[];
  /** The server's clock, ms. */
  now: number;
}

/** When the lab meets: the next eight follow each touch, and nothing is saved before one says so. */
export function SchedulePart({ slug, rules, ahead, fallback, members, zones, now, ...given }: SchedulePartProps) {
  // What is decided for later is what one goes on changing.
  const last = rules.at(-1);
  const holds = ruleNow(rules, now);
  const comes = last !== undefined && last !== holds;
  const meets = { ...{ everyWeeks: 1 as EveryWeeks, weekday: 4, localTime: '17:00', ...fallback }, ...last };
  const start: ScheduleRule = { ...meets, fromDay: comes ? last.fromDay : changeDay(rules, now, meets) };
  const { state, pending, form, field } = useForm(saveLabSchedule);
  // Without scripts a form that was refused is drawn anew, with what was typed.
  const typed = state.values;
  const [rule, setRule] = useState({ ...start, ...typedRule(typed) });
  // As they are typed: what is no number is refused, not guessed at.
  const [minutes, setMinutes] = useState(typed?.durationMinutes ?? String(start.durationMinutes));
  const [chosen, choose] = useState(() => ({
    before: given.skipped,
    skipped: typed ? skippedNow(given.skipped, daysIn(typed.skippedBefore), daysIn(typed.skipped)) : given.skipped,
  }));
  // What is skipped by now, once it was saved too, with what was chosen here since.
  if (chosen.before.join() !== given.skipped.join()) {
    choose({ before: given.skipped, skipped: skippedNow(given.skipped, chosen.before, chosen.skipped) });
  }
  const { before, skipped } = chosen;
  const [touched, touch] = useState(false);
  // The form's own day follows what else is changed, until somebody sets it.
  const [daySet, setDay] = useState(typed ? typed.fromDay !== typed.ownDay : comes);
  const change = (changes: Partial<ScheduleRule>) => {
    const changed = { ...rule, ...changes };
    const follows = !daySet && changes.fromDay === undefined && isTime(changed.localTime);
    setRule(follows ? { ...changed, fromDay: changeDay(rules, now, changed) } : changed);
    if (changes.fromDay !== undefined) setDay(true);
    touch(true);
  };
  const gone = laterRules(rules, now).filter(({ fromDay }) => fromDay > rule.fromDay);
  const written = (name: keyof ScheduleRule) => ({ name, error: field(name).error, value: String(rule[name]) });
  return (
    <form {...form} onSubmitCapture={() => touch(false)}>
      {state.message && (
        <Notice tone="fault" className="mb-4">
          {state.message}
        </Notice>
      )}
      {holds && (
        <p className="soft mb-4">
          {comes ? (
            <>
              The fields show the change from <CalendarDay day={last.fromDay} form="date" /> on. Now:{' '}
              <Rhythm rule={holds} />. A change is taken back on the{' '}
              <Link href={`/labs/${slug}/schedule`}>Schedule page</Link>.
            </>
          ) : (
            <>
              The fields show what holds now: <Rhythm rule={holds} />.
            </>
          )}
        </p>
      )}
      <div className="meets">
        <Choices
          legend="Meets on"
          name="weekday"
          className="tight"
          options={DAYS.map((label, at) => ({ value: String(at + 1), label }))}
          value={String(rule.weekday)}
          onChange={(value) => change({ weekday: Number(value) })}
          error={field('weekday').error}
        />
        <TextField
          {...written('localTime')}
          label="At"
          type="time"
          className="num"
          onChange={(event) => change({ localTime: event.target.value })}
          required
        />
        <SelectField
          {...written('timeZone')}
          label="Time zone"
          onChange={(event) => change({ timeZone: event.target.value })}
        >
          <ZoneOptions groups={zones} chosen={rule.timeZone} />
        </SelectField>
        <Choices
          legend="Every"
          name="everyWeeks"
          className="tight"
          options={EVERY}
          value={String(rule.everyWeeks) as (typeof EVERY)[number]['value']}
          onChange={(value) => change({ everyWeeks: Number(value) as EveryWeeks })}
          error={field('everyWeeks').error}
        />
        <TextField
          {...written('durationMinutes')}
          value={minutes}
          label="Minutes"
          inputMode="numeric"
          className="num"
          onChange={(event) => {
            setMinutes(event.target.value);
            touch(true);
          }}
          required
        />
        <TextField
          {...written('fromDay')}
          label="Holds from"
          type="date"
          className="num"
          onChange={(event) => change({ fromDay: event.target.value })}
          required
        />
      </div>
      {gone[0] && touched && (
        <p className="soft mt-4">
          Saved from that day on, this takes the place of what was to hold from{' '}
          <CalendarDay day={gone[0].fromDay} form="date" /> on.
        </p>
      )}
      <SkippedDays
        days={skipped}
        more={typed?.skipMore}
        error={field('skipped').error}
        onChange={(days) => {
          choose({ before, skipped: days });
          touch(true);
        }}
      />
      <NextEight
        rules={nextRules(rules, rule)}
        changes={rule.fromDay}
        skipped={skipped}
        ahead={ahead}
        members={members}
        now={now}
      />
      <div className="row wrap mt-[22px]">
        <SubmitButton variant="ink" pending={pending}>
          Save the schedule
        </SubmitButton>
        <span className="meta" role="status">
          {touched ? 'Not saved yet. Everyone’s calendar follows, and each queue keeps its deals.' : state.done}
        </span>
      </div>
      <Carried
        slug={slug}
        skipped={skipped.join(',')}
        skippedBefore={before.join(',')}
        ownDay={daySet ? '' : rule.fromDay}
      />
    </form>
  );
}

/** What would hold if it were saved; what can't be a rule yet, such as a half-written day, changes nothing. */
function nextRules(rules: ScheduleRule[], rule: ScheduleRule): ScheduleRule[] {
  return isDay(rule.fromDay) && isTime(rule.localTime) ? withRule(rules, rule) : rules;
}

/** The days in a list with commas; what is none is left out. */
function daysIn(list = ''): string[] {
  return list.split(',').filter(isDay);
}

/** Whether a text is a time of day, HH:MM. */
function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** What was typed of a rule, as far as its fields can show it. */
function typedRule(typed: Record<string, string> = {}): Partial<ScheduleRule> {
  const { weekday, everyWeeks, localTime, fromDay } = typed;
  const timeZone = timeZoneNamed(typed.timeZone ?? '');
  const every = EVERY_WEEKS.find((weeks) => String(weeks) === everyWeeks);
  return {
    ...(weekday && /^[1-7]$/.test(weekday) && { weekday: Number(weekday) }),
    ...(every !== undefined && { everyWeeks: every }),
    ...(localTime !== undefined && { localTime }),
    ...(timeZone !== undefined && { timeZone }),
    ...(fromDay !== undefined && { fromDay }),
  };
}
