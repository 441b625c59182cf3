import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { memberOf } from '@/app/current-person';
import { pledgeFirst } from '@/app/pledged';
import { viewerHere } from '@/app/viewer';
import { queueOf } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { scenarioLife } from '@/db/scenario-life';
import { draftIn, sessionForDeals, whoMayBring } from '@/db/scenarios';
import { dealDraft, draftFrom, emptyDraft, isBlank, type DealDraft } from '@/domain/deal-draft';
import { mayInLab } from '@/domain/lab-permissions';
import { capital, counted } from '@/domain/number-words';
import { isId } from '@/domain/people';
import { LIMITS } from '@/domain/vocabulary';
import { NeedsScripts } from '@/ui/needs-scripts';
import { timeText } from '@/ui/time-text';
import { BringDeal } from './bring-deal';

interface BringPageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

/** Whoever may bring a deal to the lab; an archived lab has its home page alone. */
async function bringerIn(slug: string): Promise<Membership> {
  const { membership } = await memberOf(slug);
  if (membership.lab.archivedAt) redirect(`/labs/${slug}`);
  if (!mayInLab(membership, 'scenario.bring')) notFound();
  return membership;
}

export async function generateMetadata({ params }: BringPageProps): Promise<Metadata> {
  await bringerIn((await params).lab);
  return { title: 'Bring a stuck deal' };
}

/** A stuck deal, written for the next session of the lab; `from` names one of one's own that comes back, as it was told. */
export default async function BringPage({ params, searchParams }: BringPageProps) {
  const membership = await bringerIn((await params).lab);
  const { lab, role, userId } = membership;
  const { from } = await searchParams;
  const query = typeof from === 'string' ? `?from=${encodeURIComponent(from)}` : '';
  if (!membership.pledgedAt) pledgeFirst(lab.slug, `/labs/${lab.slug}/bring${query}`);
  const [stored, session, people] = await Promise.all([
    draftIn(membership),
    sessionForDeals(membership),
    role === 'host' ? whoMayBring(membership) : undefined,
  ]);
  const kept = dealDraft.safeParse(stored?.data).data;
  const back = await heardBefore(membership, from);
  // What is being written already comes first: nothing of it is lost.
  const initial = kept && !isBlank(kept) ? kept : (back ?? emptyDraft());
  const { zone, locale } = await viewerHere();
  const own = session ? (await queueOf(membership, session.id)).filter(({ repId }) => repId === userId).length : 0;
  const day = session && timeText(session.startsAt, 'weekday', locale, zone ?? lab.timeZone);
  return (
    <main id="main" className="page deal-page">
      <NeedsScripts>A deal is written with scripts switched on: they keep your draft as you write.</NeedsScripts>
      <BringDeal
        slug={lab.slug}
        labName={lab.name}
        viewerId={userId}
        initial={initial}
        back={back}
        lead={`Write it the way you would tell a friend in the car park. ${day && !session.live ? `${day}’s lab` : lab.name} reads it before you sit down.`}
        verb={
          !session || !day
            ? 'Put it in the queue'
            : session.live
              ? 'Put it in the live queue'
              : `Put it in ${day}’s queue`
        }
        reason={reasonFor(session !== undefined, role === 'host' ? 0 : own)}
        people={people}
      />
    </main>
  );
}

/** A deal of the viewer's own that was heard, as a draft; undefined for any other. */
async function heardBefore(
  membership: Membership,
  from: string | string[] | undefined,
): Promise<DealDraft | undefined> {
  const life = typeof from === 'string' && isId(from) ? await scenarioLife(membership, from) : undefined;
  return life?.scenario.repId === membership.userId ? draftFrom(life.scenario) : undefined;
}

function reasonFor(scheduled: boolean, own: number): string | undefined {
  if (!scheduled) return 'No session is scheduled yet. Your draft is kept until a host sets one.';
  if (own < LIMITS.queuedPerRep) return undefined;
  return `${capital(counted(own, 'deal'))} of yours wait already, as many as may. Withdraw one first; this draft is kept.`;
}
