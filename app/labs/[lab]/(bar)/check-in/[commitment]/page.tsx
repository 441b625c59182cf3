import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { reportable } from '@/db/checkins';
import type { Membership } from '@/db/labs';
import { listed } from '@/domain/listed';
import { isId } from '@/domain/people';
import { FINAL_OUTCOMES, OUTCOMES } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { DecisionTag, outcomeLabel } from '@/ui/outcomes';
import { CalendarDay, LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { EmptyState } from '@/ui/words';
import { ReportTold } from '../../report-told';
import { ThenSaid } from '../../then-said';
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
  const asked = typeof o === 'string' ? `?o=${encodeURIComponent(o)}` : '';
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/check-in/${id}${asked}`);
  const found = isId(id) ? await reportable(membership, id) : undefined;
  const last = found?.reports[0];
  return (
    <main id="main" className="page">
      {found ? <Promised found={found} membership={membership} /> : <NotHere slug={slug} />}
      {/* Always here: without scripts, what somebody typed who may not report any more comes back in it. */}
      <OutcomeForm
        slug={slug}
        commitmentId={id}
        barred={!found}
        chosen={OUTCOMES.find((outcome) => outcome === o)}
        last={found && last && { ...last, stands: found.stands }}
        held={found?.held ?? null}
        zone={membership.lab.timeZone}
        heard={heardText(found?.uses ?? [])}
      />
    </main>
  );
}

function NotHere({ slug }: { slug: string }) {
  return (
    <>
      <h1>Check in</h1>
      <div className="stack mt-6">
        <EmptyState>There is no such commitment here, or it is not yours to report on.</EmptyState>
        <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
      </div>
    </>
  );
}

interface PromisedProps {
  found: NonNullable<Awaited<ReturnType<typeof reportable>>>;
  membership: Membership;
}

/** What was promised, and what was reported on it so far. */
function Promised({ found, membership }: PromisedProps) {
  const { reports, held } = found;
  const { lab, userId } = membership;
  const [last] = reports;
  return (
    <>
      <p className="meta text-3">
        <Link className="reach" href={`/labs/${lab.slug}/scenarios/${found.scenarioId}`}>
          {found.account ?? found.title}
        </Link>
        {found.repId !== userId && ` · ${found.repName}`}
      </p>
      <h1 className="mt-2">You said you would. Did it move?</h1>
      <div className="mt-6 max-w-[680px]">
        <p className="row wrap gap-x-5">
          <DecisionTag decision={found.decision} />
          {found.dueOn && (
            <span className="meta num">
              By <CalendarDay day={found.dueOn} />
            </span>
          )}
        </p>
        <Voice className="mt-3 mb-6 text-5">{found.nextStep ?? 'Move on from it.'}</Voice>
        {reports.length > 0 && (
          <section aria-labelledby="so-far" className="mb-8">
            <h2 id="so-far" className="text-5">
              So far
            </h2>
            <ol className="list mt-2">
              {reports.map((report) => (
                <li key={report.id} className="py-[13px]">
                  <ReportTold report={report} held={held} zone={lab.timeZone} />
                </li>
              ))}
            </ol>
          </section>
        )}
        {last && FINAL_OUTCOMES.includes(last.outcome) && (
          <>
            <ThenSaid said={found.said} rep={found.repName} />
            <Notice className="mb-6">
              This deal is already reported {outcomeLabel(last.outcome).toLowerCase()} on{' '}
              <LocalTime at={last.at} form="monthDay" zone={lab.timeZone} />: what you record now corrects it.
            </Notice>
          </>
        )}
      </div>
    </>
  );
}

/** Whom it tells, too: those whose words it rests on. */
function heardText(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `${listed(names)} ${names.length === 1 ? 'hears' : 'hear'} what became of their words.`;
}
