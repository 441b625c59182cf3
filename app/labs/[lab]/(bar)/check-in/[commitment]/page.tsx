import type { Metadata } from 'next';
import { pledgedMemberOf } from '@/app/pledged';
import { reportable, type Report } from '@/db/checkins';
import { isId } from '@/domain/people';
import { FINAL_OUTCOMES, OUTCOMES } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { ClimbLine } from '@/ui/ladder/climb-line';
import { EvidenceList } from '@/ui/ladder/evidence-list';
import { Link } from '@/ui/link';
import { Notice } from '@/ui/notice';
import { DecisionTag, outcomeLabel, OutcomeTag } from '@/ui/outcomes';
import { CalendarDay, LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { EmptyState } from '@/ui/words';
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
  if (!found) {
    return (
      <main id="main" className="page">
        <h1>Check in</h1>
        <div className="stack mt-6">
          <EmptyState>There is no such commitment here, or it is not yours to report on.</EmptyState>
          <LinkButton href={`/labs/${slug}`}>To the lab</LinkButton>
        </div>
      </main>
    );
  }
  const { reports, held } = found;
  const [last] = reports;
  return (
    <main id="main" className="page">
      <p className="meta text-3">
        <Link className="reach" href={`/labs/${slug}/scenarios/${found.scenarioId}`}>
          {found.account ?? found.title}
        </Link>
        {found.repId !== membership.userId && ` · ${found.repName}`}
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
                <Told key={report.id} report={report} held={held} zone={membership.lab.timeZone} />
              ))}
            </ol>
          </section>
        )}
        {last && FINAL_OUTCOMES.includes(last.outcome) && (
          <>
            <ThenSaid said={found.said} rep={found.repName} />
            <Notice className="mb-6">
              This deal is already reported {outcomeLabel(last.outcome).toLowerCase()} on{' '}
              <LocalTime at={last.at} form="monthDay" zone={membership.lab.timeZone} />: what you record now corrects
              it.
            </Notice>
          </>
        )}
        <OutcomeForm
          slug={slug}
          commitmentId={id}
          chosen={OUTCOMES.find((outcome) => outcome === o)}
          ladder={last?.ladder ?? null}
          lookingBack={last?.lookingBack ?? undefined}
          heard={heardText(found.uses)}
        />
      </div>
    </main>
  );
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** Whom it tells, too: those whose words it rests on. */
function heardText(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `${listed.format(names)} ${names.length === 1 ? 'hears' : 'hear'} what became of their words.`;
}

function Told({ report, held, zone }: { report: Report; held: boolean[] | null; zone: string }) {
  return (
    <li className="py-[13px]">
      <div className="row between base">
        <OutcomeTag outcome={report.outcome} />
        <span className="meta num">
          {report.byName}, <LocalTime at={report.at} form="short" zone={zone} />
        </span>
      </div>
      {report.note && <Voice className="mt-1">{report.note}</Voice>}
      <ClimbLine held={held} ladder={report.ladder} />
      <EvidenceList words={report.ladder?.map(({ evidence }) => evidence) ?? []} />
    </li>
  );
}
