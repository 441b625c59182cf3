import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import Link from 'next/link';
import { memberOf } from '@/app/current-person';
import { viewerHere } from '@/app/viewer';
import { queueOf, upcomingSessions, type UpcomingSession } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { scheduleOf } from '@/db/schedules';
import { mayInLab } from '@/domain/lab-permissions';
import { slotsAfter, type ScheduleRule } from '@/domain/schedule';
import { KeepsFocus } from '@/ui/keeps-focus';
import { timeText, zonePlace } from '@/ui/time-text';
import { EmptyState } from '@/ui/words';
import { CancelSession } from './cancel-session';
import { ScheduleForm } from './schedule-form';

export const metadata: Metadata = { title: 'Schedule' };

interface SchedulePageProps {
  params: Promise<{ lab: string }>;
}

/** For hosts: what is scheduled, and one more. */
export default async function SchedulePage({ params }: SchedulePageProps) {
  const { membership } = await memberOf((await params).lab);
  if (!mayInLab(membership.role, 'session.schedule')) notFound();
  const { lab } = membership;
  const sessions = await upcomingSessions(membership);
  const { locale } = await viewerHere();
  const { rules } = await scheduleOf(lab.id);
  const queues = await Promise.all(sessions.map((session) => queueOf(membership, session.id)));
  return (
    <main id="main" className="page narrow">
      <h1>Schedule</h1>
      <KeepsFocus className="part" aria-labelledby="to-come" said="To come: up to date.">
        <h2 id="to-come">To come</h2>
        {sessions.length === 0 && <EmptyState className="mt-4">Nothing is scheduled.</EmptyState>}
        <ol className="list mt-4">
          {sessions.map((session, at) => {
            const when = timeText(session.startsAt, 'day-time', locale, lab.timeZone);
            const deals = queues[at]?.length ?? 0;
            return (
              <li key={session.id} className="row between wrap py-3">
                <div className="grow">
                  <Link href={`/sessions/${session.id}/live`} className="b">
                    {when}
                  </Link>
                  <div className="meta num">
                    Session {session.number} · {session.durationMinutes} minutes ·{' '}
                    {deals === 1 ? '1 deal' : `${deals} deals`}
                  </div>
                </div>
                {session.status === 'scheduled' ? (
                  <CancelSession slug={lab.slug} sessionId={session.id} when={when} deals={deals} />
                ) : (
                  <span className="meta">live now</span>
                )}
              </li>
            );
          })}
        </ol>
      </KeepsFocus>
      <section className="part">
        <h2>One more</h2>
        <p className="soft">At any day and time. What a session doesn’t reach goes on to the one after it.</p>
        <ScheduleForm slug={lab.slug} place={zonePlace(lab.timeZone)} suggested={suggested(membership, rules, sessions)} />
      </section>
    </main>
  );
}

/** The next day of the schedule after the last session that stands. */
function suggested({ lab }: Membership, rules: ScheduleRule[], sessions: UpcomingSession[]) {
  const after = Math.max(Date.now(), ...sessions.map(({ startsAt }) => startsAt));
  const slot = slotsAfter(rules, after).next().value;
  return {
    day: slot?.day ?? '',
    localTime: slot?.time ?? '17:00',
    durationMinutes: String(lab.durationMinutes),
    callUrl: '',
  };
}
