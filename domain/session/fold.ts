import type { EventOf, EventType, SessionEvent } from './events';
import { foldFloor, withReportBeside } from './fold-floor';
import { foldQueue, withStandings } from './fold-queue';
import { contributionFrom, foldTurn } from './fold-turn';
import type { SessionState } from './state';

/** How one type of event changes a state; never mutates what it is given. */
export type Step<T extends EventType> = (state: SessionState, event: EventOf<T>) => SessionState;
export type Steps<T extends EventType> = { [K in T]: Step<K> };

const meeting: Steps<
  | 'session.started'
  | 'session.closed'
  | 'session.ended'
  | 'session.reopened'
  | 'session.cancelled'
  | 'host.handed_over'
  | 'host.taken_over'
  | 'host.returned'
  | 'host.noted'
  | 'participant.removed'
  | 'withheld'
> = {
  'session.started': (state, { data, at }) => ({
    ...state,
    status: 'live',
    settings: data.settings,
    hosts: [...new Set([...data.hosts, ...state.handed])],
    rollCall: data.rollCall,
    scenarios: withStandings(state.scenarios, data.standings),
    startedAt: at,
  }),
  'session.closed': (state) => ({
    ...state,
    status: 'closing',
    floor: { ...state.floor, open: true, closed: false },
  }),
  'session.ended': (state, { data, at }) => ({
    ...state,
    status: 'ended',
    endedAt: at,
    floor: { ...state.floor, open: false },
    ...(data.carriedTo ? { carriedTo: data.carriedTo } : {}),
  }),
  'session.reopened': ({ carriedTo: _, endedAt: __, ...state }, { data, seq }) => ({
    ...(data.reported ?? []).reduce((told, one) => withReportBeside(told, one, seq), state),
    status: state.status === 'cancelled' ? 'scheduled' : 'live',
  }),
  'session.cancelled': (state, { data }) => ({
    ...state,
    status: 'cancelled',
    ...(data.carriedTo ? { carriedTo: data.carriedTo } : {}),
  }),
  'host.handed_over': (state, { data }) => ({
    ...withoutStandIn(state, data.userId),
    hosts: [...new Set([...state.hosts, data.userId])],
    handed: [...new Set([...state.handed, data.userId])],
  }),
  'host.taken_over': (state, { data }) => ({ ...state, standIn: data.userId }),
  'host.returned': ({ standIn: _, ...state }) => state,
  'host.noted': (state, { data, by, at, seq }) =>
    data.body === undefined || by === null
      ? state
      : { ...state, notes: [...state.notes, { by, body: data.body, at, seq }] },
  'participant.removed': (state, { data }) => ({
    ...withoutStandIn(state, data.userId),
    removed: [...new Set([...state.removed, data.userId])],
    hosts: state.hosts.filter((id) => id !== data.userId),
    handed: state.handed.filter((id) => id !== data.userId),
  }),
  withheld: (state) => state,
};

function withoutStandIn(state: SessionState, userId: string): SessionState {
  if (state.standIn !== userId) return state;
  const { standIn: _, ...rest } = state;
  return rest;
}

const steps: Steps<EventType> = { ...meeting, ...foldQueue, ...foldTurn, ...foldFloor };

/**
 * The one function from log to state. Pure: the server decides by it, the browser draws by it, recap and replay read by it.
 * Events come in order without gaps; a withheld one only moves `seq` on.
 */
export function fold(state: SessionState, event: SessionEvent): SessionState {
  const step = steps[event.type] as Step<EventType>;
  const next = step(state, event as EventOf<EventType>);
  return { ...next, seq: event.seq, at: event.at };
}

/** Folds many events, as `fold` would one after the other; words said in a row are taken in at once. */
export function foldAll(state: SessionState, events: readonly SessionEvent[]): SessionState {
  let folded = state;
  for (let index = 0; index < events.length;) {
    const row = wordsInARow(folded, events, index);
    const last = row.at(-1);
    const event = events[index];
    if (folded.turn && last && row.length > 1) {
      const contributions = [...folded.turn.contributions, ...row.map(contributionFrom)];
      folded = { ...folded, turn: { ...folded.turn, contributions }, seq: last.seq, at: last.at };
      index += row.length;
    } else if (event) {
      folded = fold(folded, event);
      index += 1;
    }
  }
  return folded;
}

/** The contributions to the open turn that follow one another from `index` on. */
function wordsInARow({ turn }: SessionState, events: readonly SessionEvent[], index: number) {
  const row: EventOf<'contribution.added'>[] = [];
  for (let at = index; ; at += 1) {
    const event = events[at];
    if (event?.type !== 'contribution.added' || event.data.turnId !== turn?.id) return row;
    row.push(event);
  }
}
