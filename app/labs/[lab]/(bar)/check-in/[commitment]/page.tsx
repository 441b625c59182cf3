import type { Metadata } from 'next';
import { memberOf } from '@/app/current-person';
import { dueCommitments } from '@/db/checkins';
import { shortDay } from '@/domain/day-text';
import { OUTCOMES } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Voice } from '@/ui/voice';
import { EmptyState } from '@/ui/words';
import { OutcomeForm } from './outcome-form';

export const metadata: Metadata = { title: 'Check in' };

interface CheckInPageProps {
  params: Promise<{ lab: string; commitment: string }>;
  searchParams: Promise<{ o?: string | string[] }>;
}

/** One commitment, with the outcome that a mail's link has chosen. Nothing is recorded before the button is pressed. */
export default async function CheckInPage({ params, searchParams }: CheckInPageProps) {
  const { lab: slug, commitment: id } = await params;
  const { o } = await searchParams;
  const { membership } = await memberOf(slug);
  const due = (await dueCommitments(membership)).find(({ commitmentId }) => commitmentId === id);
  return (
    <main id="main" className="page">
      <h1>You said you would. Did it move?</h1>
      {due ? (
        <div className="mt-6 max-w-[620px]">
          <h2>
            {due.account ?? due.title}
            {due.repId !== membership.userId && <span className="meta"> · {due.repName}</span>}
          </h2>
          {due.dueOn && <p className="meta num">By {shortDay(due.dueOn)}</p>}
          <Voice className="mt-3 mb-5">{due.nextStep ?? 'Move on from it.'}</Voice>
          <OutcomeForm
            slug={slug}
            commitmentId={id}
            chosen={OUTCOMES.find((outcome) => outcome === o) ?? due.outcome ?? undefined}
            note={due.note ?? ''}
          />
        </div>
      ) : (
        <div className="stack mt-6">
          <EmptyState>
            This is not asked about any more: it has come to an end, or is not yours to report on.
          </EmptyState>
          <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
        </div>
      )}
    </main>
  );
}
