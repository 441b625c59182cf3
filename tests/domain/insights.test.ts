import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LabPressureCase } from '@/domain/insights/cases';
import { crowdOf, crowdShare } from '@/domain/insights/crowd';
import { groupBy, rateText } from '@/domain/insights/numbers';
import { isInTime, labPressure } from '@/domain/insights/pressure';
import { RANGES, rangeSince } from '@/domain/insights/range';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 27, 12);

const pressed = (repId: string, day: string, otherLiveDeals = 2): LabPressureCase => ({
  repId,
  submittedAt: Date.parse(day),
  otherLiveDeals,
  lifeOrDeath: 3,
});
const reps = (count: number, day: string) => Array.from({ length: count }, (_, at) => pressed(`rep ${at}`, day));
const endOf = (month: string) => Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)));
const monthOf = ({ submittedAt }: LabPressureCase) => new Date(submittedAt).toISOString().slice(0, 7);

describe('a share of cases', () => {
  it('is told in a hundred from five cases on, and before that by the cases', () => {
    const told = [rateText(2, 5), rateText(0, 5), rateText(2, 4), rateText(0, 1), rateText(0, 0)];
    expect(told).toEqual(['40%', '0%', '2 of 4', '0 of 1', 'none']);
  });
});

describe('the lab’s pipelines together', () => {
  it('are of five people at least, and of months that are over', () => {
    expect(labPressure(reps(4, '2026-09-03'), 0, NOW)).toEqual({ all: null, stretches: [] });
    expect(labPressure(reps(5, '2026-11-03'), 0, NOW)).toEqual({ all: null, stretches: [] });
    expect(labPressure(reps(5, '2026-09-03'), 0, NOW)).toEqual({
      all: { deals: 5, people: 5, otherLiveDeals: 2, lifeOrDeath: 3 },
      stretches: [{ from: '2026-09', until: '2026-09', deals: 5, people: 5, otherLiveDeals: 2, lifeOrDeath: 3 }],
    });
  });

  it('take as many months together as five people need; what is too few for that waits', () => {
    const cases = [
      ...reps(3, '2026-03-03'),
      pressed('fourth', '2026-04-03', 9),
      pressed('fifth', '2026-06-03', 9),
      ...reps(6, '2026-07-03'),
      pressed('alone', '2026-09-03', 99),
    ];
    expect(labPressure(cases, 0, NOW)).toMatchObject({
      all: { deals: 11, people: 8 },
      stretches: [
        { from: '2026-03', until: '2026-06', deals: 5, otherLiveDeals: 4.8 },
        { from: '2026-07', until: '2026-07', deals: 6, otherLiveDeals: 2 },
      ],
    });
  });

  it('are in a range that they end in, whole: the month before stays in the last eight weeks until this one is over', () => {
    const cases = [...reps(4, '2026-07-03'), ...reps(5, '2026-08-31'), ...reps(5, '2026-10-03')];
    for (let day = 1; day <= 30; day += 1) {
      const now = Date.UTC(2026, 10, day, 12);
      expect(labPressure(cases, rangeSince('weeks', now), now).stretches.at(-1)).toMatchObject({ from: '2026-10' });
    }
    const since = (day: string) => labPressure(cases, Date.parse(day), NOW).stretches.map(({ from }) => from);
    expect(since('2026-08-31')).toEqual(['2026-07', '2026-10']);
    expect(since('2026-09-01')).toEqual(['2026-10']);
  });

  it('tell of five people at least in whatever can be had by adding and subtracting, over all ranges, on later days and whatever changes meanwhile', () => {
    const anyCase = fc.record({
      repId: fc.integer({ min: 1, max: 8 }).map(String),
      submittedAt: fc.integer({ min: NOW - 500 * DAY, max: NOW + 90 * DAY }),
      otherLiveDeals: fc.nat({ max: 9 }),
      lifeOrDeath: fc.integer({ min: 1, max: 5 }),
    });
    // Some deals are edited once, and some of those withdrawn, or kept for the hosts, which is the same here.
    const anyDeal = fc.record({
      brought: anyCase,
      change: fc.option(fc.record({ afterMs: fc.nat({ max: 120 * DAY }), to: fc.option(fc.nat({ max: 9 })) }), {
        freq: 2,
      }),
    });
    let told = 0;
    fc.assert(
      fc.property(
        fc.array(anyDeal, { maxLength: 80, size: 'max' }),
        fc.array(fc.nat({ max: 90 }), { maxLength: 4 }),
        (all, later) => {
          const changed = all.map(({ brought, change }) => {
            const to = change?.to ?? null;
            return to === null ? null : { ...brought, otherLiveDeals: to };
          });
          const asOf = (now: number) =>
            all.flatMap(({ brought, change }, at) => {
              if (brought.submittedAt > now) return [];
              const changedAt = brought.submittedAt + (change?.afterMs ?? Infinity);
              return changedAt <= now && isInTime(changedAt, brought.submittedAt) ? (changed[at] ?? []) : [brought];
            });
          // Which figures each deal is in, as it was and as it was changed: those of all ranges, as they are asked for on several days.
          const figuresOf = new Map<LabPressureCase, string>();
          for (const now of [0, ...later].map((days) => NOW + days * DAY)) {
            const there = asOf(now);
            const ever = labPressure(there, 0, now).stretches;
            for (const range of RANGES) {
              const since = rangeSince(range, now);
              const { all: total, stretches } = labPressure(there, since, now);
              expect(stretches).toEqual(ever.filter(({ until }) => endOf(until) > since));
              const rows = stretches.map((row) =>
                there.filter((one) => monthOf(one) >= row.from && monthOf(one) <= row.until),
              );
              expect(rows.map((row) => row.length)).toEqual(stretches.map(({ deals }) => deals));
              expect(rows.flat().length).toBe(total?.deals ?? 0);
              for (const [at, row] of [...rows, rows.flat()].entries()) {
                told += row.length;
                for (const one of row) figuresOf.set(one, `${figuresOf.get(one) ?? ''} ${now}/${range}/${at}`);
              }
            }
          }
          // Sums and differences of figures hold deals that are in the same figures all or none of them: what can't be parted.
          const pieces = groupBy([...figuresOf], ([, figures]) => figures);
          for (const piece of pieces.values()) {
            expect(new Set(piece.map(([{ repId }]) => repId)).size).toBeGreaterThanOrEqual(5);
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(10_000);
  });
});

describe('a crowd', () => {
  const of = (label: string, people: number, each = 1) => ({
    label,
    whose: Array.from({ length: people * each }, (_, at) => `${label} ${at % people}`),
  });

  it('tells parts of five people and more, and those of fewer together', () => {
    expect(crowdOf([of('won', 6, 2), of('lost', 3), of('advanced', 5), of('moved on', 4)])).toEqual({
      people: 15,
      parts: [
        { label: 'won', share: 50 },
        { label: 'advanced', share: 20 },
      ],
      others: 30,
    });
  });

  it('gives nobody away by what is left: the smallest part goes with too few others', () => {
    expect(crowdOf([of('won', 9), of('advanced', 6), of('lost', 1)])).toEqual({
      people: 15,
      parts: [{ label: 'won', share: 55 }],
      others: 45,
    });
    expect(crowdOf([of('won', 9), of('lost', 1)])).toBeNull();
  });

  it('tells nothing of four, and of five who are all alike that they are', () => {
    expect(crowdOf([of('won', 4, 10)])).toBeNull();
    expect(crowdOf([of('won', 5), of('lost', 0)])).toEqual({
      people: 5,
      parts: [{ label: 'won', share: 100 }],
      others: null,
    });
  });

  it('shares something among two where both are crowds, or one is nobody', () => {
    expect(crowdShare(of('a', 5).whose, of('b', 15).whose)).toBe(25);
    expect(crowdShare(of('a', 5).whose, of('b', 4).whose)).toBeNull();
    expect(crowdShare([], of('b', 6).whose)).toBe(0);
    expect(crowdShare(of('a', 6).whose, [])).toBe(100);
  });

  it('is of five people in each part, and in what is left of the whole, whatever it is made of', () => {
    const parts = fc.array(fc.array(fc.integer({ min: 1, max: 14 }).map(String), { maxLength: 20 }), { maxLength: 6 });
    let shown = 0;
    fc.assert(
      fc.property(parts, (whose) => {
        const whole = whose.map((own, at) => ({ label: String(at), whose: own }));
        const told = crowdOf(whole);
        const names = new Set(told?.parts.map(({ label }) => label));
        const left = whole.filter(({ label, whose: own }) => told && own.length > 0 && !names.has(label));
        for (const group of [
          ...whole.filter(({ label }) => names.has(label)).map(({ whose: own }) => own),
          left.flatMap(({ whose: own }) => own),
        ]) {
          if (group.length > 0) expect(new Set(group).size).toBeGreaterThanOrEqual(5);
        }
        expect(told?.others === null || told === null).toBe(left.length === 0);
        shown += names.size;
        for (const { share } of told?.parts ?? []) expect(share % 5).toBe(0);
      }),
      { numRuns: 500 },
    );
    expect(shown).toBeGreaterThan(100);
  });
});
