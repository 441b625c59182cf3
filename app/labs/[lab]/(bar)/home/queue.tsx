import { dotted, moneyText, otherDeals } from '@/app/sessions/[id]/live/deal-words';
import { viewerHere } from '@/app/viewer';
import { readOf, type UpcomingSession } from '@/db/lab-home';
import type { Membership } from '@/db/labs';
import { namesOf } from '@/db/people';
import { grantOf } from '@/domain/permissions';
import { lowestOpenRung } from '@/domain/ladder';
import { capital, counted } from '@/domain/number-words';
import { queueReasons, reasonText } from '@/domain/queue';
import type { Scenario } from '@/domain/session/state';
import { FORMER_MEMBER, LIMITS } from '@/domain/vocabulary';
import { LinkButton } from '@/ui/button';
import { Ladder } from '@/ui/ladder/ladder';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { Link } from '@/ui/link';
import { EmptyState, HostsOnly } from '@/ui/words';
import { YourTurn } from './your-turn';

interface QueueProps {
  membership: Membership;
  session: UpcomingSession;
  queue: Scenario[];
}

/** The deals that wait for the next session, each with why it stands where it stands. */
export async function Queue({ membership, session, queue }: QueueProps) {
  const { lab, role, userId } = membership;
  const reps = queue.map(({ repId }) => repId);
  const [names, { locale }] = await Promise.all([namesOf(lab.id, reps), viewerHere()]);
  const own = queue.filter(({ repId }) => repId === userId).length;
  return (
    <>
      <div className="row between base mb-[14px]">
        <h2>Queue so far</h2>
        <span className="meta num">{sizeText(queue.length, membership, session)}</span>
      </div>
      <YourTurn queue={queue} userId={userId} session={session} zone={lab.timeZone} />
      {queue.length === 0 ? (
        <EmptyState
          art={<EmptyLadder />}
          detail="The first one brought is the first one up, unless a host says otherwise."
        >
          Nobody has brought a deal yet.
        </EmptyState>
      ) : (
        <>
          <p className="meta mb-[14px] -mt-[6px]">
            {role === 'host'
              ? 'Reads stay hidden from the room until the reveal. Hosts see them.'
              : `Reads stay hidden until the room reveals them.${role === 'rep' ? ' You see your own.' : ''}`}
            {own >= LIMITS.queuedPerRep && ` You have ${counted(own, 'deal')} waiting, which is as many as one may.`}
          </p>
          <ol className="list">
            {queue.map((scenario, at) => (
              <Waiting
                key={scenario.id}
                scenario={scenario}
                place={at + 1}
                rep={scenario.repId === userId ? 'You' : (names.get(scenario.repId) ?? FORMER_MEMBER)}
                zone={lab.timeZone}
                locale={locale}
                page={`/labs/${lab.slug}/scenarios/${scenario.id}`}
                mayEdit={mayEdit(membership, scenario)}
              />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

interface WaitingProps {
  scenario: Scenario;
  place: number;
  rep: string;
  zone: string;
  locale: string;
  /** The deal's own page. */
  page: string;
  mayEdit: boolean;
}

function Waiting({ scenario, place, rep, zone, locale, page, mayEdit }: WaitingProps) {
  const read = readOf(scenario);
  const why = queueReasons(scenario, new Date().getTime(), zone).map(reasonText).join(', ');
  return (
    <li className="waiting">
      <span className="num meta">{place}</span>
      <MiniLadder read={read} open={read && lowestOpenRung(read, null)} />
      <div className="grow">
        <h3 className="text-4">
          <Link className="plain-link" href={page}>
            {scenario.title}
          </Link>
        </h3>
        <div className="meta num">
          {dotted([rep, scenario.amount && moneyText(scenario.amount, locale), otherDeals(scenario)])}
        </div>
        <div className="why num">{capital(why)}</div>
        {scenario.pipelineHostsOnly && scenario.pipeline && rep !== 'You' && (
          <HostsOnly>Pipeline: hosts only</HostsOnly>
        )}
      </div>
      {mayEdit && (
        <LinkButton size="sm" href={`${page}/edit`} aria-label={`Edit ${scenario.title}`}>
          Edit
        </LinkButton>
      )}
    </li>
  );
}

function EmptyLadder() {
  return (
    <div className="max-w-[120px]">
      <Ladder size="small" view={{ mode: 'outline' }} hideAnswers decorative />
    </div>
  );
}

function mayEdit({ role, userId }: Membership, { repId }: Scenario): boolean {
  const grant = grantOf(role, 'scenario.edit');
  return grant === 'all' || (grant === 'own' && repId === userId);
}

/** "4 deals, room for 2 more": as many turns as the session's length holds. */
function sizeText(size: number, { lab }: Membership, { durationMinutes }: UpcomingSession): string {
  const turnSeconds = Object.values(lab.settings.phaseSeconds).reduce((sum, seconds) => sum + seconds, 0);
  const room = Math.floor((durationMinutes * 60) / turnSeconds) - size;
  if (size === 0) return room > 0 ? `room for ${room}` : '';
  const deals = size === 1 ? '1 deal' : `${size} deals`;
  return room > 0 ? `${deals}, room for ${room} more` : deals;
}
