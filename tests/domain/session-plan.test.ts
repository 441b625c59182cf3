import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AHEAD,
  changeDay,
  nextSlots,
  slotOn,
  withRule,
  type EveryWeeks,
  type ScheduleRule,
  type Slot,
} from '@/domain/schedule';
import { planSessions, type StandingSession } from '@/domain/session-plan';
import { aRule } from '../support/schedule-rule';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const TODAY = '2026-11-23';

interface Given {
  rules: ScheduleRule[];
  skipped: ReadonlySet<string>;
  now?: number;
}

let made = 0;
const daysOf = (sessions: readonly StandingSession[]) => sessions.map(({ slot }) => slot).sort();
const daysAhead = ({ rules, skipped, now = NOW }: Given, count = AHEAD) =>
  nextSlots(rules, now, (day) => skipped.has(day), count).flatMap(({ slot, off }) => (off ? [] : slot));
const nextDays = (given: Given, count = AHEAD) => daysAhead(given, count).map(({ day }) => day);

/** The sessions once the plan was carried out; `givenUp` are those that it cancelled before, the last one last. */
function followed(
  given: Given,
  standing: readonly StandingSession[],
  held: ReadonlySet<string> = new Set(),
  givenUp: StandingSession[] = [],
): StandingSession[] {
  const plan = planSessions(
    { ...given, taken: new Set(), held, givenUp: givenUp.toReversed() },
    standing,
    given.now ?? NOW,
  );
  const gone = new Set([...plan.cancel, ...plan.carryOver]);
  const moved = new Map(plan.move.map((move) => [move.id, move]));
  const stay = standing.filter(({ id }) => !gone.has(id));
  givenUp.push(...standing.filter(({ id }) => plan.cancel.includes(id)));
  const after = stay.map((session) => {
    const move = moved.get(session.id);
    if (!move) return session;
    const { day, at, durationMinutes } = move.slot;
    return { ...session, slot: day, ...(move.keepsTime ? {} : { at, durationMinutes }) };
  });
  const asIs = ({ day, at, durationMinutes }: Slot) => ({
    ...{ slot: day, at, durationMinutes, moved: false, touched: false },
  });
  const back = plan.bringBack.map(({ session, slot }) => {
    const place = givenUp.findIndex(({ id }) => id === session.id);
    expect(givenUp.splice(place, 1)).toMatchObject([session]);
    return { id: session.id, ...asIs(slot) };
  });
  const created = plan.create.map((slot) => ({ id: `made ${(made += 1)}`, ...asIs(slot) }));
  return [...after, ...back, ...created];
}

const weekly: Given = { rules: [aRule({ fromDay: TODAY })], skipped: new Set() };

test('a rhythm that is changed and changed back leaves the sessions that there were, and none that stands alone', () => {
  const rarer = { ...weekly, rules: [aRule({ fromDay: TODAY, everyWeeks: 4 })] };
  const first = followed(weekly, []);
  const back = followed(weekly, followed(rarer, first));
  // The rarer rhythm's third is the ninth week: it stands already, and nothing is missing before it.
  expect(daysOf(back)).toEqual(nextDays(weekly, 9));
  expect(daysOf(back).slice(0, AHEAD)).toEqual(daysOf(first));
});

test('skipped days that are held after all are made, and nothing that stands is given up for them', () => {
  const days = nextDays(weekly, 10);
  const off = new Set([days[3]!, days[8]!]);
  const fewer = { ...weekly, skipped: off };
  const before = followed(fewer, followed(weekly, []));
  expect(daysOf(before)).toEqual(days.filter((day) => !off.has(day)));
  expect(daysOf(followed(weekly, before, off))).toEqual(days);
});

test('another weekday moves all that stand, beyond the eighth too', () => {
  const skipping = { ...weekly, skipped: new Set(nextDays(weekly).slice(2, 3)) };
  const nine = followed(weekly, followed(skipping, followed(weekly, [])), skipping.skipped);
  expect(nine).toHaveLength(9);
  const other = { ...weekly, rules: [aRule({ fromDay: TODAY, weekday: 2 })] };
  const moved = followed(other, nine);
  expect(moved.map(({ id }) => id)).toEqual(nine.map(({ id }) => id));
  expect(daysOf(moved)).toEqual(nextDays(other, 9));
});

/** The sessions once a host gave the lab this rule, by the form's own day. */
function saved(given: Given, changes: Partial<ScheduleRule>, standing: StandingSession[], givenUp: StandingSession[]) {
  const rule = aRule({ ...changes, fromDay: changeDay(given.rules, given.now ?? NOW, aRule(changes)) });
  const after = { ...given, rules: withRule(given.rules, rule) };
  return { given: after, sessions: followed(after, standing, undefined, givenUp) };
}

const placesOf = (sessions: readonly StandingSession[]) => sessions.map(({ id, slot, at }) => ({ id, slot, at }));

test('a weekday that is changed and changed back leaves each session on its day, and no day without one', () => {
  // A Saturday: this week's Wednesday has passed.
  const now = Date.parse('2026-11-28T09:00Z');
  const sundays: Given = { rules: [aRule({ fromDay: TODAY, weekday: 7 })], skipped: new Set(), now };
  const eight = followed(sundays, []);
  const byHand = { ...eight[1]!, at: Date.parse('2026-12-25T17:00Z'), moved: true };
  const before = eight.with(1, byHand);
  const givenUp: StandingSession[] = [];
  const wednesdays = saved(sundays, { weekday: 3 }, before, givenUp);
  // No Wednesday is left in the week of Sunday the 29th: that stays, and all others have theirs.
  expect(givenUp).toEqual([]);
  expect(placesOf(wednesdays.sessions)[0]).toEqual(placesOf(before)[0]);
  expect(wednesdays.sessions.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  const back = saved(wednesdays.given, { weekday: 7 }, wednesdays.sessions, givenUp);
  expect(placesOf(back.sessions)).toEqual(placesOf(before));
});

test('a day that has passed for the other weekday is given up, and comes back with the weekday', () => {
  const thursdays = weekly;
  const before = followed(thursdays, []);
  const givenUp: StandingSession[] = [];
  const fromDay = before[2]!.slot;
  const mondays = { ...thursdays, rules: withRule(thursdays.rules, aRule({ fromDay, weekday: 1 })) };
  const other = followed(mondays, before, undefined, givenUp);
  expect(givenUp.map(({ id }) => id)).toEqual([before[2]!.id]);
  const back = followed({ ...mondays, rules: withRule(mondays.rules, aRule({ fromDay })) }, other, undefined, givenUp);
  expect(placesOf(back)).toEqual(expect.arrayContaining(placesOf(before)));
  expect(daysOf(back)).toEqual(nextDays(thursdays, 9));
});

test('a rarer rhythm that is taken back brings back all that stood, beyond the eighth too', () => {
  const off = new Set(nextDays(weekly).slice(1, 4));
  const skipping = { ...weekly, skipped: off };
  const eleven = followed(weekly, followed(skipping, followed(weekly, [])), off);
  expect(daysOf(eleven)).toEqual(nextDays(weekly, 11));
  const givenUp: StandingSession[] = [];
  const rarer = saved(weekly, { everyWeeks: 2 }, eleven, givenUp);
  const back = saved(rarer.given, {}, rarer.sessions, givenUp);
  const inOrder = placesOf(back.sessions).sort((a, b) => a.at - b.at);
  expect(inOrder).toEqual(placesOf(eleven).sort((a, b) => a.at - b.at));
});

const TAKEN_BACK =
  'whatever is changed and taken back, the sessions to come are the next days of the schedule, eight at least';
test(TAKEN_BACK, { timeout: 30_000 }, () => {
  const rule = fc.record({
    fromDay: fc.constantFrom('', TODAY, '2026-11-30', '2026-12-17', '2027-01-20', '2027-03-01'),
    everyWeeks: fc.constantFrom<EveryWeeks>(1, 2, 4, 0),
    weekday: fc.constantFrom(1, 2, 4, 7),
    localTime: fc.constantFrom('17:00', '02:30', '08:00'),
    timeZone: fc.constantFrom('Europe/London', 'America/New_York', 'Pacific/Auckland'),
    durationMinutes: fc.constantFrom(60, 90),
  });
  const step = fc.oneof(
    rule.map((value) => ({ save: value })),
    fc.nat(4).map((place) => ({ takeBack: place })),
    fc.nat(8).map((place) => ({ skip: place })),
    fc.constant({ hold: true }),
    fc.record({ moveByHand: fc.nat(8), hours: fc.constantFrom(1, 19 * 24) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let given: Given = { rules: [aRule({ fromDay: TODAY })], skipped: new Set() };
      let sessions = followed(given, []);
      const givenUp: StandingSession[] = [];
      for (const one of steps) {
        const { rules } = given;
        if ('save' in one) {
          const fromDay = one.save.fromDay || changeDay(rules, NOW, one.save);
          given = { ...given, rules: withRule(rules, { ...one.save, fromDay }) };
        }
        if ('takeBack' in one) given = { ...given, rules: given.rules.filter((_, at) => at !== one.takeBack + 1) };
        if ('skip' in one)
          given = { ...given, skipped: new Set([...given.skipped, ...daysOf(sessions).slice(one.skip, one.skip + 1)]) };
        const held = 'hold' in one ? given.skipped : new Set<string>();
        if ('hold' in one) given = { ...given, skipped: new Set() };
        if ('moveByHand' in one)
          sessions = sessions.map((session, at) =>
            at === one.moveByHand ? { ...session, at: session.at + one.hours * 3_600_000, moved: true } : session,
          );
        const byHand = sessions.filter(({ moved, slot }) => moved && !given.skipped.has(slot));
        const before = sessions;
        sessions = followed(given, sessions, held, givenUp);
        // Taken back, it leaves each session that stood for a day of the schedule on its day.
        const back = followed({ ...given, rules }, sessions, undefined, [...givenUp]);
        const regularly = placesOf(before).filter(({ slot }) => slotOn(rules, slot));
        if (given.rules !== rules) expect(placesOf(back)).toEqual(expect.arrayContaining(regularly));
        const kept = new Map(sessions.map((session) => [session.id, session]));
        for (const { id, at } of byHand) expect(kept.get(id)).toMatchObject({ at, moved: true });
        if ('hold' in one) for (const { id } of before) expect(kept.has(id)).toBe(true);
        // Those that a host moved stand for a day where they can; all others are the days that are left, none missing.
        const moved = new Set(daysOf(sessions.filter((session) => session.moved)));
        const regular = sessions.filter((session) => !session.moved);
        const last = daysOf(regular).at(-1) ?? '';
        const days = daysAhead(given, AHEAD + sessions.length).filter(({ day }, place) => place < AHEAD || day <= last);
        expect(daysOf(regular)).toEqual(days.flatMap(({ day }) => (moved.has(day) ? [] : day)));
        const slots = new Map(days.map((slot) => [slot.day, slot]));
        for (const { slot, at } of regular) expect(slots.get(slot)?.at).toBe(at);
        // A second time changes nothing.
        expect(followed(given, sessions, undefined, [...givenUp])).toEqual(sessions);
      }
    }),
    { numRuns: 40 },
  );
});
