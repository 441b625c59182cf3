import type { ReactNode } from 'react';
import { FileText, Footprints, HandCoins, MessageSquareQuote, Scale, type LucideIcon } from 'lucide-react';
import { dotted } from '@/app/sessions/[id]/live/deal-words';
import type { FoundPlace, FoundResult } from '@/db/found';
import { capital } from '@/domain/number-words';
import { sharesText } from '@/domain/similar';
import { CONTRIBUTION_KINDS, type ContributionKind } from '@/domain/vocabulary';
import { Icon } from '@/ui/icon';
import { KindIcon } from '@/ui/kinds';
import { MiniLadder } from '@/ui/ladder/mini-ladder';
import { Link } from '@/ui/link';
import { decisionLabel, OutcomeTag } from '@/ui/outcomes';
import { CalendarDay, LocalTime } from '@/ui/time';
import { Marked } from './marked';
import { placeLabel } from './words';

interface ResultProps {
  result: FoundResult;
  everywhere: boolean;
  /** Older places were not looked at: it may have more of them than are counted. */
  atLeast: boolean;
}

/** One deal, or closing round, with each place that matched: its words, what they are, whose, and how they were marked. */
export function Result({ result, everywhere, atLeast }: ResultProps) {
  const { deal, lab, session, places, more } = result;
  const dayOf = (at: string) => <LocalTime at={at} form="monthDay" zone={lab.timeZone} fixed />;
  const page = deal ? `/labs/${lab.slug}/scenarios/${deal.id}` : `/sessions/${session.id}/recap`;
  return (
    <li className="hit">
      {deal ? <MiniLadder whose={deal.whose} read={deal.read} open={deal.rung} silent={!deal.read} /> : <span />}
      <div className="min-w-0">
        <h3>
          <Link className="plain-link" href={page}>
            {deal ? deal.title : `The closing round of session ${session.number}`}
          </Link>
        </h3>
        <p className="meta num mt-1">
          {deal && `${dotted([deal.rep, deal.account ?? undefined, `session ${session.number}`])}, `}
          {dayOf(session.startsAt)}
          {everywhere && ` · ${lab.name}`}
        </p>
        {places.map((place, at) => (
          <Place key={at} place={place} day={dayOf(place.at)} />
        ))}
        {more > 0 && (
          <p className="meta mt-3">
            <Link className="reach" href={page}>
              {moreText(more, atLeast)}
            </Link>
          </p>
        )}
        {result.similar.length > 0 && (
          <p className="meta mt-[14px]">
            Similar:{' '}
            {result.similar.map(({ id, title, shares }, at) => (
              <span key={id}>
                {at > 0 && ' · '}
                <Link href={`/labs/${lab.slug}/scenarios/${id}`}>{title}</Link> {sharesText(shares)}
              </span>
            ))}
          </p>
        )}
      </div>
      {deal && (
        <div className="stands">
          {deal.outcome ? (
            <OutcomeTag outcome={deal.outcome} />
          ) : deal.dueOn ? (
            <span className="meta">
              due <CalendarDay day={deal.dueOn} />
            </span>
          ) : (
            deal.decision && <span className="meta">{decisionLabel(deal.decision)}</span>
          )}
        </div>
      )}
    </li>
  );
}

function moreText(more: number, atLeast: boolean): string {
  const places = more === 1 ? 'one more place' : `${more} more places`;
  return atLeast ? `At least ${places}` : capital(places);
}

function Place({ place, day }: { place: FoundPlace; day: ReactNode }) {
  return (
    <div className="place">
      <PlaceIcon place={place} />
      <div className="min-w-0">
        <Marked pieces={place.pieces} />
        <p className="meta">{aboutOf(place, day)}</p>
      </div>
    </div>
  );
}

const DEAL_PARTS: Record<string, string> = {
  title: 'The title',
  account: 'The account',
  stage: 'The stage',
  story: 'The story',
  ask: 'The ask',
  tried: 'What was tried',
  pain: 'The pain',
  money: 'The money',
  authority: 'Who has the say',
  pipeline: 'What else is in the pipeline',
};

/** "Story, Devon Okafor, marked helpful". */
function aboutOf({ kind, part, author, helpful, pinned, late }: FoundPlace, day: ReactNode): ReactNode {
  if (kind === 'deal') return DEAL_PARTS[part] ?? placeLabel(kind);
  if (kind === 'evidence') {
    const [rung, checkIn] = part.split(' ');
    const at = `Evidence at rung ${rung}`;
    if (!checkIn) return at;
    return (
      <>
        {at}, {placeLabel('check_in').toLowerCase()} of {day}
      </>
    );
  }
  if (kind === 'next_step') return placeLabel(kind);
  if (kind === 'check_in')
    return (
      <>
        {placeLabel(kind)}, {day}
      </>
    );
  return [placeLabel(kind), author, helpful && 'marked helpful', pinned && 'pinned', late && 'afterwards']
    .filter(Boolean)
    .join(', ');
}

const ICONS: Record<Exclude<FoundPlace['kind'], ContributionKind>, LucideIcon> = {
  deal: FileText,
  evidence: Scale,
  next_step: Footprints,
  check_in: HandCoins,
  floor: MessageSquareQuote,
  takeaway: MessageSquareQuote,
};

function PlaceIcon({ place: { kind } }: { place: FoundPlace }) {
  return isContribution(kind) ? <KindIcon kind={kind} /> : <Icon as={ICONS[kind]} />;
}

function isContribution(kind: FoundPlace['kind']): kind is ContributionKind {
  return (CONTRIBUTION_KINDS as readonly string[]).includes(kind);
}
