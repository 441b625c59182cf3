import { lifeWords, PAGE_WORDS } from '@/db/life-words';
import { lifeEntries, type LifeEntry, type LifeTurn, type LifeWords, type ScenarioLife } from '@/domain/scenario-life';

/** How many points of the line a page has. */
const PAGE_ENTRIES = 40;
/** Up to so many contributions are all shown; of more, those that were kept. */
const FEW = 8;

/** What the address of a deal's page may ask for. */
export interface LifeAsked {
  /** A page of the line; the newest, if none is asked for. */
  page?: string | string[] | undefined;
  /** The turn whose words are all shown, and which page of them. */
  words?: string | string[] | undefined;
  part?: string | string[] | undefined;
}

/** A turn with its words that are shown: a page of them, from 1, or those that were kept. */
export interface ToldTurn {
  turn: LifeTurn;
  words: LifeWords[];
  page: number | undefined;
}

/** A page of a deal's line. */
export interface ShownLife {
  entries: LifeEntry[];
  page: number;
  last: number;
  turns: ToldTurn[];
}

/** What a deal's page shows, and no more read for it than that. */
export async function shownOf(life: ScenarioLife, { page: given, words, part }: LifeAsked): Promise<ShownLife> {
  const all = lifeEntries(life);
  const last = Math.max(1, Math.ceil(all.length / PAGE_ENTRIES));
  const asked = all.findIndex((entry) => entry.type === 'turn' && entry.turn.id === words);
  const page = numberIn(given, last) ?? (asked < 0 ? last : Math.floor(asked / PAGE_ENTRIES) + 1);
  const entries = all.slice((page - 1) * PAGE_ENTRIES, page * PAGE_ENTRIES);
  const turns = entries.flatMap((entry) => (entry.type === 'turn' ? [entry.turn] : []));
  const told = turns.map((turn) => {
    const whole = turn.id === words ? (numberIn(part, lastWordsPage(turn)) ?? 1) : undefined;
    return { turn, page: whole ?? (isShortened(turn) ? undefined : 1) };
  });
  const said = await lifeWords(told.map(({ turn, page: shown }) => ({ id: turn.id, page: shown })));
  return { entries, page, last, turns: told.map((one) => ({ ...one, words: said.get(one.turn.id) ?? [] })) };
}

/** Whether a turn shows what was kept, until all of it is asked for. */
export function isShortened({ said, kept }: LifeTurn): boolean {
  return said > FEW && kept > 0 && kept < said;
}

export function lastWordsPage({ said }: LifeTurn): number {
  return Math.max(1, Math.ceil(said / PAGE_WORDS));
}

/** The address of a page of all that was said in a turn, from its `?` on. */
export function wordsAddress(turnId: string, part = 1): string {
  return `?words=${turnId}${part > 1 ? `&part=${part}` : ''}#turn-${turnId}`;
}

/** A page's number, the last one where it is beyond that; undefined for what is none. */
function numberIn(given: string | string[] | undefined, last: number): number | undefined {
  const number = Number(given);
  return Number.isInteger(number) && number > 0 ? Math.min(number, last) : undefined;
}
