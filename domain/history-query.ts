import { askedWords } from './search';
import { CONTRIBUTION_KINDS, type Decision, type Outcome } from './vocabulary';

/** What a place is: a contribution of some kind, a text of the deal itself, or what followed. */
export const PLACE_KINDS = [
  ...CONTRIBUTION_KINDS,
  'deal',
  'evidence',
  'next_step',
  'check_in',
  'floor',
  'takeaway',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How far back one looks, in days. */
export const TIMES = { month: 30, quarter: 91, year: 365 } as const;
export type TimeBack = keyof typeof TIMES;

/** Stands for everybody whom the lab knows as "a former member". */
export const FORMER = 'former';

/** What somebody looks for in a lab's history: their words, and the filters that are set. */
export interface HistoryQuery {
  /** As typed. */
  text: string;
  /** The lowest open rung as a deal stands, by its last reveal or check-in, 1 to 5; 0 is a deal whose rungs all hold. */
  rungs: number[];
  decision?: Decision;
  outcome?: Outcome;
  kind?: PlaceKind;
  /** Whose words: a person's id, or `FORMER`. */
  person?: string;
  time?: TimeBack;
  /** In all labs that one belongs to. */
  everywhere: boolean;
  /** From 1. */
  page: number;
}

export type HistoryFilter = 'rung' | 'decision' | 'outcome' | 'kind' | 'person' | 'time';

/** The address of a query, from its `?` on; empty where nothing is asked. */
export function historyAddress(query: HistoryQuery): string {
  const { text, rungs, decision, outcome, kind, person, time, everywhere, page } = query;
  const entries: [string, string | undefined][] = [
    ['q', text],
    ['rung', rungs.join('-')],
    ['decision', decision],
    ['outcome', outcome],
    ['kind', kind],
    ['person', person],
    ['time', time],
    ['labs', everywhere ? 'all' : undefined],
    ['page', page > 1 ? String(page) : undefined],
  ];
  const set = entries.flatMap(([name, value]) => (value ? [[name, value]] : []));
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}

/** The filters that are set. */
export function filtersIn({ rungs, decision, outcome, kind, person, time }: HistoryQuery): HistoryFilter[] {
  const set: [HistoryFilter, unknown][] = [
    ['rung', rungs.length > 0],
    ['decision', decision],
    ['outcome', outcome],
    ['kind', kind],
    ['person', person],
    ['time', time],
  ];
  return set.flatMap(([filter, value]) => (value ? [filter] : []));
}

/** The same question without a filter, from its first page. */
export function withoutFilter(query: HistoryQuery, filter: HistoryFilter): HistoryQuery {
  if (filter === 'rung') return { ...query, rungs: [], page: 1 };
  const { [filter]: _, ...rest } = query;
  return { ...rest, page: 1 };
}

/** The words that are searched for. */
export function wordsOf({ text }: HistoryQuery): string[] {
  return askedWords(text);
}
