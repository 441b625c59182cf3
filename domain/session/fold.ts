import type { EventData, EventOf, EventType, SessionEvent } from './events';
import { foldFloor } from './fold-floor';
import { foldQueue } from './fold-queue';
import { foldTurn, summarised } from './fold-turn';
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
  'session.reopened': ({ carriedTo: _, endedAt: __, ...state }) => ({ ...state, status: 'live' }),
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

export function foldAll(state: SessionState, events: readonly SessionEvent[]): SessionState {
  return events.reduce(fold, state);
}

export { summarised };
export type { EventData };
