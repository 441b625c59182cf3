import { calibrationOf } from '@/domain/insights/calibration';
import { FEWEST_PEOPLE, type WrittenCase } from '@/domain/insights/cases';
import { balanceOf, COACHING_KINDS } from '@/domain/insights/coaching';
import { atLeast, crowdShare, inSteps, isCrowd, stepOf, type Part } from '@/domain/insights/crowd';
import { phaseTimesOf, usuallyInTheRoom, waitingOf } from '@/domain/insights/meeting';
import { decisionsOf, followThroughOf, outcomesOf } from '@/domain/insights/promises';
import { climbsOf, gapsOf, isRevealed, readsOf, stallOf } from '@/domain/insights/rungs';
import type { Insights } from '@/db/insights';
import { capital, counted } from '@/domain/number-words';
import { DECISION_WORD, OUTCOME_WORD, RUNGS } from '@/domain/vocabulary';
import { KINDS_WORD, minutes, WAITED } from './findings';
import { areRead, mostIn, part, rates, restsOn, row, shares, split, type Told } from './told';

/** Every figure that a lab's observers are told, made of crowds alone: nothing of fewer than five people, no name and no deal. */
export function toldOf({
  turns,
  written,
  phases,
  sessions,
}: Pick<Insights, 'turns' | 'written' | 'phases' | 'sessions'>) {
  return [
    ...ladders(turns),
    ...promises(turns),
    ...coaching(written),
    time(turns, phases),
    shares('Waiting time in the queue', 'Deals', waits(turns)),
    attendance(sessions),
    calibration(turns),
  ];
}

function ladders(turns: Insights['turns']): Told[] {
  const { room, cases } = stallOf(turns);
  const none = cases.filter((one) => !room.some((own) => own.includes(one)));
  const stall = [...RUNGS.map((says, at) => part(`${at + 1}. ${says}`, room[at] ?? [])), part('None open', none)];
  const { climbs } = climbsOf(turns);
  const moved = (by: (change: number) => boolean) =>
    climbs.filter(({ closed, opened }) => by(closed.length - opened.length)).map(({ turn }) => turn);
  return [
    shares('Where deals stand on the ladder, by the room’s read', 'Deals', areRead(cases) ? stall : []),
    gaps(turns),
    shares('Climbs after coaching', 'Ladders', [
      part(
        'Higher',
        moved((change) => change > 0),
      ),
      part(
        'The same',
        moved((change) => change === 0),
      ),
      part(
        'Lower',
        moved((change) => change < 0),
      ),
    ]),
  ];
}

/** On each rung, how many of the reps said yes; and of the room, where five were at one reveal of theirs, each way. */
function gaps(turns: Insights['turns']): Told {
  const cases = turns.filter(isRevealed);
  const reps = cases.map(({ repId }) => repId);
  const rows = gapsOf(turns).gaps.flatMap(({ rung, room }) => {
    const rep = crowdShare(
      ...split(
        cases,
        ({ read }) => read[rung - 1] === 'yes',
        ({ repId }) => repId,
      ),
    );
    const yes = mostIn(cases, ({ totals }) => totals[rung - 1]?.yes ?? 0);
    const other = mostIn(cases, (one) => readsOf(one) - (one.totals[rung - 1]?.yes ?? 0));
    const roomIsCrowd =
      isCrowd(reps) && areRead(cases) && [yes, other].every((count) => count === 0 || count >= FEWEST_PEOPLE);
    return [
      ...(rep === null ? [] : [row(`${rung}. Reps’ yes`, rep)]),
      ...(roomIsCrowd ? [row(`${rung}. The room’s yes`, inSteps(room))] : []),
    ];
  });
  return rates('Reps’ reads beside the room’s', 'Rung', 'How many in a hundred said yes', reps, rows);
}

function promises(turns: Insights['turns']): Told[] {
  const { sessions } = followThroughOf(turns);
  return [
    shares('Follow-through on time', 'Commitments', [
      part(
        'Done in time',
        sessions.flatMap(({ kept }) => kept),
      ),
      part(
        'Not in time',
        sessions.flatMap(({ missed }) => missed),
      ),
      part(
        'Still open',
        sessions.flatMap(({ open }) => open),
      ),
    ]),
    shares(
      'What became of the deals',
      'Deals',
      outcomesOf(turns).outcomes.map(({ outcome, cases }) => part(OUTCOME_WORD[outcome], cases)),
    ),
    shares(
      'Decisions',
      'Decisions',
      decisionsOf(turns).map(({ decision, cases }) => part(DECISION_WORD[decision], cases)),
    ),
  ];
}

type Written = Insights['written'];

function coaching(written: Written): Told[] {
  const kinds = COACHING_KINDS.map((kind) => ({
    label: capital(KINDS_WORD[kind]),
    cases: written.filter((one) => one.kind === kind),
  }));
  const share = (what: string, says: string, of: (one: WrittenCase) => number) => {
    const rows = kinds.flatMap(({ label, cases }) => {
      const told = crowdShare(
        writers(cases, of),
        writers(cases, (one) => one.count - of(one)),
      );
      return told === null ? [] : [row(label, told)];
    });
    return rates(what, 'Kind', says, writers(kinds.flatMap(({ cases }) => cases)), rows);
  };
  const most = new Set(balanceOf(written).most);
  const isMost = ({ authorId }: WrittenCase) => most.has(authorId);
  return [
    shares(
      'Kinds of contribution',
      'Contributions',
      kinds.map(({ label, cases }) => ({ label, whose: writers(cases) })),
    ),
    share('How often each kind helped', 'How many in a hundred the hot seat marked helpful', ({ helpful }) => helpful),
    share('How often each kind was used', 'How many in a hundred a commitment rests on', ({ used }) => used),
    shares('Talk balance', 'Contributions', [
      { label: 'Those who write most', whose: writers(written.filter(isMost)) },
      { label: 'Those who write less', whose: writers(written.filter((one) => !isMost(one))) },
    ]),
  ];
}

/** Who wrote, once for each contribution, or for as many of them as are counted. */
function writers(written: Written, of = ({ count }: WrittenCase) => count): string[] {
  return written.flatMap((one) => Array.from({ length: of(one) }, () => one.authorId));
}

function time(turns: Insights['turns'], phases: Insights['phases']): Told {
  const reps = new Map(turns.map(({ turnId, repId }) => [turnId, repId]));
  const repsIn = (some: Insights['phases']) => some.flatMap(({ turnId }) => reps.get(turnId) ?? []);
  const told = phaseTimesOf(phases).filter(({ phase }) => isCrowd(repsIn(phases.filter((one) => one.phase === phase))));
  return {
    what: 'Time per turn against plan',
    lead: `The middle, rounded to the minute; ${restsOn(atLeast(repsIn(phases)))}. Hollow is the plan.`,
    head: ['Phase', 'Took, minutes', 'Planned, minutes'],
    rows: told.map(({ phase, took, planned }) => {
      const whole = Math.round(took / 60) * 60;
      return {
        label: capital(phase),
        value: whole,
        text: minutes(whole),
        beside: planned,
        besideText: minutes(planned),
      };
    }),
  };
}

function waits(turns: Insights['turns']): Part[] {
  const { cases } = waitingOf(turns);
  return WAITED.map(({ label, from, to }) =>
    part(
      label,
      cases.filter(({ days }) => days >= from && days < to).map(({ turn }) => turn),
    ),
  );
}

function attendance(sessions: Insights['sessions']): Told {
  const usual = usuallyInTheRoom(sessions) ?? 0;
  const { from, to } = stepOf(usual);
  return {
    what: 'Attendance',
    lead: `Who was in the room, those who listen in not counted, over ${counted(sessions.length, 'session')}.`,
    head: ['When', 'People'],
    rows: usual < FEWEST_PEOPLE ? [] : [{ label: 'On an ordinary week', value: to, text: `${from} to ${to}` }],
  };
}

function calibration(turns: Insights['turns']): Told {
  const { placed } = calibrationOf(turns);
  const rows = (['rep', 'room'] as const).flatMap((who) => {
    if (who === 'room' && !areRead(placed.map(({ turn }) => turn))) return [];
    const share = crowdShare(
      ...split(
        placed,
        (one) => one[who] === one.was,
        ({ turn }) => turn.repId,
      ),
    );
    return share === null ? [] : [row(who === 'rep' ? 'The rep' : 'The room', share)];
  });
  const says = 'How many in a hundred placed the lowest open rung where it was';
  return rates(
    'Calibration',
    'Who',
    says,
    placed.map(({ turn }) => turn.repId),
    rows,
  );
}
