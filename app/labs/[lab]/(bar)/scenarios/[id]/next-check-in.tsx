import type { ReactNode } from 'react';
import { mayReport } from '@/db/checkins';
import { grantOf } from '@/domain/permissions';
import { wallClock } from '@/domain/time-zone';
import { FINAL_OUTCOMES, FORMER_MEMBER } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { CalendarDay } from '@/ui/time';
import { Entry } from './entry';
import type { LifeProps } from './life-props';

/** The next report on the deal, or since when it is due, until it came to an end; who may make it can do so here. */
export function NextCheckIn(props: LifeProps) {
  const { membership, life } = props;
  const commitment = life.commitments.at(-1);
  if (!commitment) return null;
  // One that was made anew is a new promise.
  const last = life.checkIns.findLast(({ commitmentId, at }) => commitmentId === commitment.id && at >= commitment.at);
  if (last && FINAL_OUTCOMES.includes(last.outcome)) return null;
  const { lab } = membership;
  const { dueOn } = commitment;
  const today = wallClock(new Date(), lab.timeZone).day;
  const due = dueOn !== null && dueOn <= today;
  // Nobody waits for what has just been told: it is asked about again once the next session has ended.
  const told = due && last?.sinceLastSession === true;
  if (told && lab.archivedAt) return null;
  const late = due && dueOn < today && !told;
  const may = allowed(props);
  return (
    <Entry next when={whenOf(dueOn, { late, told })}>
      <p>
        {late ? 'Waiting for a check-in.' : last ? 'Next check-in.' : 'First check-in.'}{' '}
        <span className="meta">{allowedText(may, due && !told ? 'now' : 'sooner')}</span>
      </p>
      {(may.reports || may.bringsBack) && (
        <div className="row wrap mt-3">
          {may.reports && (
            <LinkButton size="sm" href={`/labs/${lab.slug}/check-in/${commitment.id}`}>
              Check in now
            </LinkButton>
          )}
          {may.bringsBack && (
            <LinkButton size="sm" href={`/labs/${lab.slug}/bring?from=${life.scenario.id}`}>
              Bring it back
            </LinkButton>
          )}
        </div>
      )}
    </Entry>
  );
}

/** When the next report is asked for: a day, and one that is past is never one to come. */
function whenOf(day: string | null, { late, told }: { late: boolean; told: boolean }): ReactNode {
  if (day === null) return 'When it is known';
  if (told) return 'When the next session is over';
  return (
    <>
      {late && 'due since '}
      <CalendarDay day={day} />
    </>
  );
}

interface Allowed {
  own: boolean;
  reports: boolean;
  bringsBack: boolean;
  /** Its rep is in the lab no more. */
  left: boolean;
}

/** What the viewer may do about it. */
function allowed({ membership, life, name }: LifeProps): Allowed {
  const { role, userId, lab } = membership;
  const { repId } = life.scenario;
  const own = repId === userId;
  return {
    own,
    reports: !lab.archivedAt && mayReport(membership, repId),
    bringsBack: own && !life.waits && !lab.archivedAt && grantOf(role, 'scenario.submit') !== undefined,
    left: name(repId) === FORMER_MEMBER,
  };
}

/** The same in words, of nobody else than the viewer; nothing where it is nothing. */
function allowedText({ own, reports, bringsBack, left }: Allowed, when: 'now' | 'sooner'): string | null {
  if (!reports) return null;
  if (left) return 'Its rep is not in the lab any more: a host can record it.';
  if (!own) return `You can record it ${when}.`;
  return `You can report ${when}${bringsBack ? ', or bring the deal back to the queue' : ''}.`;
}
