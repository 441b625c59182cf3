import type { ReactNode } from 'react';
import type { Insights } from '@/db/insights';
import { wordsBehind } from '@/db/insights-words';
import type { Membership } from '@/db/labs';
import { kindsOf } from '@/domain/insights/coaching';
import { sum } from '@/domain/insights/numbers';
import { rangeSince } from '@/domain/insights/range';
import { CalibrationFigure } from './calibration-figure';
import { CoachingFigures, HELP, KINDS } from './coaching-figures';
import { PAGE_CASES, pageIn, type Look } from './look';
import { MeetingFigures } from './meeting-figures';
import { PromiseFigures } from './promise-figures';
import { RungFigures } from './rung-figures';

interface LabFiguresProps {
  look: Look;
  seen: Insights;
  membership: Membership;
  /** ms since the epoch. */
  now: number;
  children: ReactNode;
}

/** The lab's figures for those who take part, each with its cases. */
export async function LabFigures({ look, seen, membership, now, children }: LabFiguresProps) {
  const { turns, written, phases, sessions } = seen;
  const kinds = kindsOf(written);
  const count = sum(kinds, (kind) => kind.count);
  const marks = sum(kinds, (kind) => kind.helpful);
  const words = (figure: string, cases: number, helpfulOnly: boolean) =>
    wordsBehind(membership, rangeSince(look.range, now), {
      helpfulOnly,
      skip: (pageIn(look, figure, cases) - 1) * PAGE_CASES,
      take: PAGE_CASES,
    });
  const [all, helpful] = await Promise.all([words(KINDS, count, false), words(HELP, marks, true)]);
  return (
    <div className="figs">
      <RungFigures look={look} turns={turns} />
      <PromiseFigures look={look} turns={turns} />
      <CoachingFigures look={look} written={written} words={all} helpful={helpful} />
      <MeetingFigures look={look} turns={turns} phases={phases} sessions={sessions} />
      <CalibrationFigure look={look} turns={turns} whose="lab" />
      {children}
    </div>
  );
}
