import { capital } from '@/domain/number-words';
import { grantOf } from '@/domain/permissions';
import { FINAL_OUTCOMES, firstName } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { CalendarDay } from '@/ui/time';
import { Entry } from './entry';
import type { LifeProps } from './life-props';

/** The next report on the deal, until it came to an end; its rep and the hosts can make it here. */
export function NextCheckIn({ membership, life, name }: LifeProps) {
  const commitment = life.commitments.at(-1);
  if (!commitment) return null;
  // One that was made anew is a new promise.
  const last = life.checkIns.findLast(({ commitmentId, at }) => commitmentId === commitment.id && at >= commitment.at);
  if (last && FINAL_OUTCOMES.includes(last.outcome)) return null;
  const { role, userId, lab } = membership;
  const own = life.scenario.repId === userId;
  const grant = grantOf(role, 'checkin.record');
  const may = grant === 'all' || (grant === 'own' && own);
  return (
    <Entry next when={commitment.dueOn ? <CalendarDay day={commitment.dueOn} /> : 'When it is known'}>
      <p>
        {last ? 'Next check-in.' : 'First check-in.'}{' '}
        <span className="meta">
          {own ? 'You' : capital(firstName(name(life.scenario.repId)))} can report sooner
          {own && ', or bring the deal back to the queue'}.
        </span>
      </p>
      {may && (
        <div className="row wrap mt-3">
          <LinkButton size="sm" href={`/labs/${lab.slug}/check-in/${commitment.id}`}>
            Check in now
          </LinkButton>
          {own && !life.waits && !lab.archivedAt && (
            <LinkButton size="sm" href={`/labs/${lab.slug}/bring?from=${life.scenario.id}`}>
              Bring it back
            </LinkButton>
          )}
        </div>
      )}
    </Entry>
  );
}
