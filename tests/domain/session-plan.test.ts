import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextSlots, withRule, type EveryWeeks, type ScheduleRule } from '@/domain/schedule';
import { planSessions, type StandingSession } from '@/domain/session-plan';
import { aRule } from '../support/schedule-rule';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const TODAY = '2026-11-23';

interface Given {
  rules: ScheduleRule[];
  skipped: ReadonlySet<string>;
}

let made = 0;
const daysOf = (sessions: readonly StandingSession[]) => sessions.map(({ slot }) => slot).sort();
const nextDays = ({ rules, skipped }: Given) =>
  nextSlots(rules, NOW, (day) => skipped.has(day)).flatMap(({ slot, off }) => (off ? [] : slot.day));

/** The sessions once the plan was carried out. */
function followed(given: Given, standing: readonly StandingSession[]): StandingSession[] {
  const plan = planSessions({ ...given, taken: new Set() }, standing, NOW);
  const gone = new Set([...plan.cancel, ...plan.carryOver]);
  const moved = new Map(plan.move.map((move) => [move.id, move]));
  const stay = standing.filter(({ id }) => !gone.has(id));
  const after = stay.map((session) => {
    const move = moved.get(session.id);
    if (!move) return session;
    const { day, at, durationMinutes } = move.slot;
    return { ...session, slot: day, ...(move.keepsTime ? {} : { at, durationMinutes }) };
  });
  const created = plan.create.map(({ day, at, durationMinutes }) => {
    return { id: `made ${(made += 1)}`, slot: day, at, durationMinutes, moved: false, touched: false };
  });
  return [...after, ...created];
}

test('a rhythm that is changed and changed back leaves the eight sessions that there were', () => {
  const weekly = { rules: [aRule({ fromDay: TODAY })], skipped: new Set<string>() };
  const rarer = { ...weekly, rules: [aRule({ fromDay: TODAY, everyWeeks: 4 })] };
  const first = followed(weekly, []);
  const back = followed(weekly, followed(rarer, first));
  expect(daysOf(back)).toEqual(daysOf(first));
});

test('whatever is changed and taken back, the sessions to come are the next eight days of the schedule', () => {
  const rule = fc.record({
    fromDay: fc.constantFrom(TODAY, '2026-11-30', '2026-12-14', '2027-01-20', '2027-03-01'),
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
    fc.nat(8).map((place) => ({ moveByHand: place })),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let given: Given = { rules: [aRule({ fromDay: TODAY })], skipped: new Set() };
      let sessions = followed(given, []);
      for (const one of steps) {
        if ('save' in one) given = { ...given, rules: withRule(given.rules, one.save) };
        if ('takeBack' in one) given = { ...given, rules: given.rules.filter((_, at) => at !== one.takeBack + 1) };
        if ('skip' in one)
          given = { ...given, skipped: new Set([...given.skipped, ...daysOf(sessions).slice(one.skip, one.skip + 1)]) };
        if ('hold' in one) given = { ...given, skipped: new Set() };
        if ('moveByHand' in one)
          sessions = sessions.map((session, at) =>
            at === one.moveByHand ? { ...session, at: session.at + 3_600_000, moved: true } : session,
          );
        const byHand = sessions.filter(({ moved, slot }) => moved && !given.skipped.has(slot));
        sessions = followed(given, sessions);
        const kept = new Map(sessions.map((session) => [session.id, session]));
        for (const { id, at } of byHand) expect(kept.get(id)).toMatchObject({ at, moved: true });
        // Those that a host moved stand for a day where they can; all others are the days that are left.
        const moved = new Set(daysOf(sessions.filter((session) => session.moved)));
        const regular = sessions.filter((session) => !session.moved);
        expect(daysOf(regular)).toEqual(nextDays(given).filter((day) => !moved.has(day)));
        const slots = new Map(
          nextSlots(given.rules, NOW, (day) => given.skipped.has(day)).map(({ slot }) => [slot.day, slot]),
        );
        for (const { slot, at } of regular) expect(slots.get(slot)?.at).toBe(at);
        // A second time changes nothing.
        expect(followed(given, sessions)).toEqual(sessions);
      }
    }),
    { numRuns: 40 },
  );
});
