import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { insightsOf, observersMayRead } from '@/db/insights';
import { rangeOf } from '@/domain/insights/range';
import { mayInLab } from '@/domain/lab-permissions';
import { EmptyState } from '@/ui/words';
import { CalibrationFigure } from './calibration-figure';
import { CoachingFigures } from './coaching-figures';
import { InsightsHead } from './insights-head';
import './insights.css';
import type { Look } from './look';
import { MeetingFigures } from './meeting-figures';
import { LabPressure, OwnPressure } from './pressure-figures';
import { PromiseFigures } from './promise-figures';
import { RungFigures } from './rung-figures';
import { SharePart } from './share-part';

export const metadata: Metadata = { title: 'Insights' };

interface InsightsPageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a lab's own history shows, over a range: each figure with what it rests on. */
export default async function InsightsPage({ params, searchParams }: InsightsPageProps) {
  const { lab: slug } = await params;
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/insights`);
  const { lab, role, userId } = membership;
  const shared = await observersMayRead(membership);
  if (role === 'observer' && !shared) return <NotShared />;
  const asked = await searchParams;
  const range = rangeOf(asked.range);
  const look: Look = { slug: lab.slug, range, tables: asked.tables === '1', personal: role !== 'observer' };
  const { turns, sessions, written, phases, pressure, own } = await insightsOf(membership, range, serverNow());
  const ownTurns = turns.filter(({ repId }) => repId === userId);
  return (
    <main id="main" className="page insights">
      <InsightsHead look={look} lab={lab.name} sessions={sessions.length} deals={countDeals(turns)} />
      {turns.length === 0 ? (
        <EmptyState detail="It is drawn from what was revealed, decided and reported; each figure says on how much it rests.">
          Nothing to show in this range yet. It begins with the first turn of an ended session.
        </EmptyState>
      ) : (
        <div className="figs">
          <RungFigures look={look} turns={turns} />
          <PromiseFigures look={look} turns={turns} />
          <CoachingFigures look={look} written={written} />
          <MeetingFigures look={look} turns={turns} phases={phases} sessions={sessions} />
          <CalibrationFigure look={look} turns={turns} whose="lab" />
          {role !== 'rep' && <LabPressure cases={pressure} />}
        </div>
      )}
      {own.length + ownTurns.length > 0 && look.personal && (
        <section aria-labelledby="own-title">
          <h2 id="own-title" className="own-title">
            For you alone
          </h2>
          <div className="figs">
            <OwnPressure look={look} cases={own} />
            <CalibrationFigure look={look} turns={ownTurns} whose="own" />
          </div>
        </section>
      )}
      {mayInLab(membership, 'insights.share') && <SharePart slug={lab.slug} shared={shared} />}
    </main>
  );
}

function NotShared() {
  return (
    <main id="main" className="page">
      <EmptyState detail="A host can share its figures, without names and deals, with those who listen in.">
        This lab keeps its insights to those who take part.
      </EmptyState>
    </main>
  );
}

function countDeals(turns: readonly { scenarioId: string }[]): number {
  return new Set(turns.map(({ scenarioId }) => scenarioId)).size;
}

function serverNow(): number {
  return Date.now();
}
