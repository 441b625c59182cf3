import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { insightsOf, observersMayRead } from '@/db/insights';
import { rangeOf, rangeSince } from '@/domain/insights/range';
import { labPressure } from '@/domain/insights/pressure';
import { mayInLab } from '@/domain/lab-permissions';
import { LinkButton } from '@/ui/button';
import { EmptyState } from '@/ui/words';
import { CrowdFigures } from './crowd-figures';
import { toldOf } from './crowd-told';
import { InsightsHead } from './insights-head';
import './insights.css';
import './charts/stall-chart.css';
import { LabFigures } from './lab-figures';
import { behindIn, type Look } from './look';
import { OwnFigures } from './own-figures';
import { LabPressure } from './pressure-figures';
import { SharePart } from './share-part';

export const metadata: Metadata = { title: 'Insights' };

interface InsightsPageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What a lab's own history shows: over a range and with its cases to who takes part, of crowds alone to who listens in. */
export default async function InsightsPage({ params, searchParams }: InsightsPageProps) {
  const { lab: slug } = await params;
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/insights`);
  const { lab, role } = membership;
  const listensIn = role === 'observer';
  const shared = await observersMayRead(membership);
  if (listensIn && !shared) return <NotShared slug={lab.slug} />;
  const asked = await searchParams;
  const range = listensIn ? 'all' : rangeOf(asked.range);
  const look: Look = { slug: lab.slug, range, tables: asked.tables === '1', behind: behindIn(asked) };
  const now = serverNow();
  const seen = await insightsOf(membership, range, now);
  const { turns, sessions, pressure } = seen;
  const ofPressure = role !== 'rep' && <LabPressure {...labPressure(pressure, rangeSince(range, now), now)} />;
  return (
    <main id="main" className="page insights">
      <InsightsHead
        look={look}
        lab={lab.name}
        sessions={sessions.length}
        turns={turns.length}
        deals={listensIn ? undefined : countDeals(turns)}
        ranges={!listensIn}
      />
      {turns.length === 0 ? (
        <EmptyState detail="It is drawn from what was revealed, decided and reported; each figure says on how much it rests.">
          Nothing to show in this range yet. It begins with the first turn of an ended session.
        </EmptyState>
      ) : listensIn ? (
        <CrowdFigures told={toldOf(seen)} tables={look.tables}>
          {ofPressure}
        </CrowdFigures>
      ) : (
        <LabFigures look={look} seen={seen} membership={membership} now={now}>
          {ofPressure}
        </LabFigures>
      )}
      {!listensIn && <OwnFigures look={look} seen={seen} userId={membership.userId} />}
      {mayInLab(membership, 'insights.share') && <SharePart slug={lab.slug} shared={shared} />}
    </main>
  );
}

function NotShared({ slug }: { slug: string }) {
  return (
    <main id="main" className="page narrow">
      <h1>This lab keeps its insights to those who take part</h1>
      <p className="voice soft mt-4 text-5">
        A host can share its figures, without names and deals, with those who listen in.
      </p>
      <LinkButton className="mt-6" href={`/labs/${slug}`}>
        Back to your lab
      </LinkButton>
    </main>
  );
}

function countDeals(turns: readonly { scenarioId: string }[]): number {
  return new Set(turns.map(({ scenarioId }) => scenarioId)).size;
}

function serverNow(): number {
  return Date.now();
}
