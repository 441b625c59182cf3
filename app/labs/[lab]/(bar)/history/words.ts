import type { Found } from '@/db/search';
import {
  FORMER,
  historyAddress,
  type HistoryFilter,
  type HistoryQuery,
  type PlaceKind,
  type TimeBack,
} from '@/domain/history-query';
import { countedInFigures } from '@/domain/number-words';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { kindLabel } from '@/ui/kinds';
import { decisionLabel, outcomeLabel } from '@/ui/outcomes';

/** Somebody whose words can be looked for. */
export interface HistoryPerson {
  id: string;
  name: string;
}

const FOLLOWING = {
  deal: 'The deal itself',
  evidence: 'Evidence',
  next_step: 'Next step',
  check_in: 'Check-in',
  floor: 'Closing round',
  takeaway: 'Takeaway',
} as const;

/** The word for what a place is. */
export function placeLabel(kind: PlaceKind): string {
  return kind in FOLLOWING ? FOLLOWING[kind as keyof typeof FOLLOWING] : kindLabel(kind as keyof object);
}

export const TIME_WORDS: Record<TimeBack, string> = {
  month: 'the last month',
  quarter: 'the last three months',
  year: 'the last year',
};

export const FILTER_WORDS: Record<HistoryFilter, string> = {
  rung: 'Rung',
  decision: 'Decision',
  outcome: 'Outcome',
  kind: 'Kind',
  person: 'Person',
  time: 'Time',
};

/** "12 deals and 2 closing rounds, 120 places": what was found; without the places where nothing was asked for. */
export function countsText(found: Pick<Found, 'deals' | 'rounds' | 'places' | 'more'>, asked: boolean): string {
  const { deals, rounds, places, more } = found;
  if (more) return `More than ${places.toLocaleString('en')} ${asked ? 'places' : 'deals'}`;
  const groups = [
    (deals > 0 || rounds === 0) && countedInFigures(deals, 'deal'),
    rounds > 0 && countedInFigures(rounds, 'closing round'),
  ];
  const count = groups.filter(Boolean).join(' and ');
  return asked ? `${count}, ${countedInFigures(places, 'place')}` : count;
}

/** "3", or "all hold" where no rung is open. */
export function rungLabel(rung: number): string {
  return rung === 0 ? 'all hold' : String(rung);
}

/** What a filter is set to, as its button says it; "any" where it isn't. */
export function filterValue(query: HistoryQuery, filter: HistoryFilter, people: readonly HistoryPerson[]): string {
  switch (filter) {
    case 'rung':
      return query.rungs.length === 0 ? 'any' : query.rungs.map(rungLabel).join(' or ');
    case 'decision':
      return query.decision ? decisionLabel(query.decision).toLowerCase() : 'any';
    case 'outcome':
      return query.outcome ? outcomeLabel(query.outcome).toLowerCase() : 'any';
    case 'kind':
      return query.kind ? placeLabel(query.kind).toLowerCase() : 'any';
    case 'person':
      if (!query.person) return 'anyone';
      if (query.person === FORMER) return FORMER_MEMBER;
      return people.find(({ id }) => id === query.person)?.name ?? 'somebody else';
    case 'time':
      return query.time ? TIME_WORDS[query.time] : 'any';
  }
}

/** What a form carries along of a query beside its words: the filters that are set. */
export function carriedBy(query: HistoryQuery): [string, string][] {
  return [...new URLSearchParams(historyAddress({ ...query, text: '', page: 1 }))];
}
