import type { Metadata } from 'next';
import { DoneNotice } from '@/app/labs/done';
import { pledgedMemberOf } from '@/app/pledged';
import { viewerHere } from '@/app/viewer';
import { feedSince } from '@/db/calendar-feeds';
import { queueOf, upcomingSessions, type UpcomingSession } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { scheduleOf } from '@/db/schedules';
import { callWhole } from '@/domain/call';
import { shownSlot } from '@/domain/coming-sessions';
import { mayInLab } from '@/domain/lab-permissions';
import { laterRules, ruleNow, slotsAfter, type ScheduleRule } from '@/domain/schedule';
import { wallClock } from '@/domain/time-zone';
import { KeepsFocus } from '@/ui/keeps-focus';
import { Link } from '@/ui/link';
import { LocalTime } from '@/ui/time';
import { LocalPlace } from '@/ui/local-place';
import { timeText } from '@/ui/time-text';
import { zonePlace } from '@/ui/zone-place';
import { EmptyState } from '@/ui/words';
import { oddSentences } from '../settings/clock-words';
import { CalendarPart } from './calendar-part';
import { CancelSession } from './cancel-session';
import { LaterChanges } from './later-changes';
import { MoveSession } from './move-session';
import { ScheduleForm } from './schedule-form';

export const metadata: Metadata = { title: 'Schedule' };

interface SchedulePageProps {
  params: Promise<{ lab: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

/** What is to come, and how one's own calendar follows it; for hosts also moving, skipping, and one more. */
export default async function SchedulePage({ params, searchParams }: SchedulePageProps) {
  const { lab: slug } = await params;
  const { done } = await searchParams;
  const { membership } = await pledgedMemberOf(slug, `/labs/${slug}/schedule`);
  const { lab } = membership;
  const host = mayInLab(membership, 'session.change');
  const [sessions, { rules }, since, { locale }] = await Promise.all([
    upcomingSessions(membership),
    scheduleOf(lab.id),
    feedSince(membership),
    viewerHere(),
  ]);
  const now = serverNow();
  const [holds, later] = [ruleNow(rules, now), laterRules(rules, now)];
  const queues = await Promise.all(sessions.map((session) => queueOf(membership, session.id)));
  return (
    <main id="main" className="page narrow">
      <h1>Schedule</h1>
      {host && (
        <p className="soft mt-[10px]">
          Weekday, hour and rhythm are in the <Link href={`/labs/${lab.slug}/settings#schedule`}>lab’s settings</Link>.
        </p>
      )}
      <DoneNotice done={done} />
      <KeepsFocus className="part" aria-labelledby="to-come" said="To come: up to date.">
        <div className="row between base wrap">
          <h2 id="to-come">To come</h2>
          <span className="meta">
            <LocalPlace zone={lab.timeZone} /> time
          </span>
        </div>
        {sessions.length === 0 && <EmptyState className="mt-4">Nothing is scheduled.</EmptyState>}
        <ol className="list mt-4">
          {sessions.map((session, at) => {
            const when = timeText(session.startsAt, 'day-time', locale, lab.timeZone);
            const deals = queues[at]?.length ?? 0;
            return (
              <li key={session.id} className="row between wrap py-3">
                <div className="grow basis-60">
                  <Link href={`/sessions/${session.id}/live`} className="b">
                    <LocalTime at={session.startsAt} zone={lab.timeZone} />
                  </Link>
                  <div className="meta num">
                    Session {session.number} · {session.durationMinutes} minutes ·{' '}
                    {deals === 1 ? '1 deal' : `${deals} deals`}
                    {session.moved && ' · moved'}
                    {session.slot === null && ' · a single one'}
                  </div>
                  {oddSentences(rules, [shownSlot(rules, { ...session, at: session.startsAt })], locale).map((odd) => (
                    <div key={odd} className="meta num">
                      {odd}
                    </div>
                  ))}
                </div>
                {session.status !== 'scheduled' ? (
                  <span className="meta">live now</span>
                ) : (
                  <div className="row wrap gap-1">
                    <a className="btn plain sm" href={`/api/calendar/session/${session.id}`} download>
                      Calendar file
                    </a>
                    {host && (
                      <>
                        <MoveSession
                          slug={lab.slug}
                          sessionId={session.id}
                          when={when}
                          place={zonePlace(lab.timeZone)}
                          values={valuesOf(session, lab.timeZone)}
                        />
                        <CancelSession
                          slug={lab.slug}
                          sessionId={session.id}
                          when={when}
                          deals={deals}
                          regular={session.slot !== null}
                        />
                      </>
                    )}
                  </div>
                )}
              </li>
            );
          })}
        </ol>
        {holds && later.length > 0 && (
          <LaterChanges slug={lab.slug} holds={holds} later={later} may={mayInLab(membership, 'schedule.change')} />
        )}
      </KeepsFocus>
      <section className="part" aria-labelledby="calendar">
        <h2 id="calendar">In your calendar</h2>
        <p className="soft">
          A private address that Google, Outlook or Apple follows: what is moved or skipped here moves there, within
          some hours. {since && 'You have one; it was shown once.'}
        </p>
        <CalendarPart slug={lab.slug} lab={lab.name} has={since !== undefined} />
      </section>
      {host && (
        <section className="part">
          <h2>One more</h2>
          <p className="soft">At any day and time. What a session doesn’t reach goes on to the one after it.</p>
          <ScheduleForm
            slug={lab.slug}
            place={zonePlace(lab.timeZone)}
            suggested={suggested(membership, rules, sessions)}
          />
        </section>
      )}
    </main>
  );
}

/** What its host would change. */
function valuesOf({ startsAt, durationMinutes, ownCallUrl }: UpcomingSession, zone: string) {
  const { day, time } = wallClock(new Date(startsAt), zone);
  const callUrl = ownCallUrl ? callWhole(ownCallUrl) : '';
  return { day, localTime: time, durationMinutes: String(durationMinutes), callUrl };
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

function serverNow(): number {
  return Date.now();
}
