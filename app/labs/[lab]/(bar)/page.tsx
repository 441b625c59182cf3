import { pledgedMemberOf } from '@/app/pledged';
import { dueCommitments, hasCommitted } from '@/db/checkins';
import { coachedBy, endedSessionCount, queueOf, recentlyHeard, upcomingSessions } from '@/db/lab-home';
import { hostNames } from '@/db/members';
import { requestCount } from '@/db/requests';
import { mayInLab } from '@/domain/lab-permissions';
import { isId } from '@/domain/people';
import { CheckIns } from './home/check-ins';
import { Coached } from './home/coached';
import { Heard } from './home/heard';
import { NextSession } from './home/next-session';
import { Asking } from './home/asking';
import { Queue } from './home/queue';

interface LabHomeProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ report?: string | string[] }>;
}

/** The lab between its sessions: the next one, what to report on, what waits, what was heard. The pledge comes first. */
export default async function LabHome({ params, searchParams }: LabHomeProps) {
  const { report } = await searchParams;
  const { membership } = await pledgedMemberOf((await params).lab);
  const [sessions, hosts, due, committed, coached, heard, ended, asking] = await Promise.all([
    upcomingSessions(membership),
    hostNames(membership),
    dueCommitments(membership),
    hasCommitted(membership),
    coachedBy(membership),
    recentlyHeard(membership),
    endedSessionCount(membership),
    mayInLab(membership, 'request.list') ? requestCount(membership) : 0,
  ]);
  const next = sessions[0];
  const queue = next ? await queueOf(membership, next.id) : [];
  return (
    <main id="main" className="page">
      {asking > 0 && <Asking slug={membership.lab.slug} count={asking} />}
      <NextSession membership={membership} session={next} hosts={hosts} />
      <div className="halves">
        <section>
          <CheckIns
            membership={membership}
            due={due}
            committed={committed}
            reported={typeof report === 'string' && isId(report) ? report : undefined}
          />
          <Coached slug={membership.lab.slug} coached={coached} />
        </section>
        <section>
          {next && <Queue membership={membership} session={next} queue={queue} />}
          <Heard slug={membership.lab.slug} heard={heard} ended={ended} />
        </section>
      </div>
    </main>
  );
}
