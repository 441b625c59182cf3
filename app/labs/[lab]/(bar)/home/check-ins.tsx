import type { DueCommitment } from '@/db/checkins';
import type { Membership } from '@/db/labs';
import { wallClock } from '@/domain/time-zone';
import { EmptyState } from '@/ui/words';
import { OutcomeForm } from '../check-in/[commitment]/outcome-form';
import { CheckIn } from './check-in';
import { dueText } from './due-text';
import { reportAddress } from './report-address';

interface CheckInsProps {
  membership: Membership;
  due: DueCommitment[];
  /** The viewer has committed to something before. */
  committed: boolean;
  /** The commitment that a report from this page was on, without scripts. */
  reported: string | undefined;
}

/** What was promised, to be reported on: one's own, and for a host everybody's. */
export function CheckIns({ membership, due, committed, reported }: CheckInsProps) {
  const { lab, userId, role } = membership;
  const today = wallClock(new Date(), lab.timeZone).day;
  const own = role === 'observer' ? [] : due.filter(({ repId }) => repId === userId);
  const others = due.filter(({ repId }) => repId !== userId);
  const shown = [...own, ...others].some(({ commitmentId }) => commitmentId === reported);
  const first = due.find(({ outcome }) => outcome === null)?.commitmentId;
  const item = (one: DueCommitment, named: boolean) => (
    <CheckIn
      key={one.commitmentId}
      slug={lab.slug}
      commitmentId={one.commitmentId}
      scenarioId={one.scenarioId}
      heading={one.account ?? one.title}
      rep={named ? one.repName : undefined}
      words={one.nextStep ?? 'Move on from it.'}
      due={one.dueOn === null ? undefined : dueText(one.dueOn, today)}
      outcome={one.outcome}
      note={one.note}
      held={one.held}
      ladder={one.ladder}
      ladderBefore={one.ladderBefore}
      lookingBack={one.lookingBack}
      seen={one.seen}
      zone={lab.timeZone}
      now={one.commitmentId === first}
    />
  );
  return (
    <>
      <h2 className="mb-[14px]">Check in</h2>
      {reported && !shown && (
        <OutcomeForm
          slug={lab.slug}
          commitmentId={reported}
          barred
          backAt={reportAddress(lab.slug, reported)}
          chosen={undefined}
          last={undefined}
          held={null}
          zone={lab.timeZone}
          heard=""
        />
      )}
      {role === 'observer' ? (
        <p className="soft">Observers make no commitments. You see what became of the others’ in the recaps.</p>
      ) : own.length === 0 ? (
        <EmptyState>
          {committed
            ? 'Nothing due. You did what you said.'
            : 'Nothing due yet. What you commit to is asked about here.'}
        </EmptyState>
      ) : (
        <>
          <p className="soft mb-[14px]">You said you would. Did it move?</p>
          <ol className="list">{own.map((one) => item(one, false))}</ol>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3 className="mt-9 mb-[6px]">The others’, for a host to record</h3>
          <ol className="list">{others.map((one) => item(one, true))}</ol>
        </>
      )}
    </>
  );
}
