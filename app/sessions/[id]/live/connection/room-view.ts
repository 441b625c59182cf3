import type { CommandType } from '@/domain/permissions';
import type { SessionEvent } from '@/domain/session/events';
import { fold } from '@/domain/session/fold';
import type { Id, SessionState } from '@/domain/session/state';
import type { Goodbye, HandshakeRefusal, Person, PresenceChange, Welcome } from '@/domain/wire';
import type { Word } from './outbox';

/** What the screens draw from; replaced whole on each change, its parts kept where they did not change. */
export interface RoomView {
  /**
   * `joining`: nothing is known yet · `here`: in the room · `away`: the connection is lost, what is shown is the last known ·
   * `shut`: the server will not have this person back.
   */
  link: 'joining' | 'here' | 'away' | 'shut';
  /** What is shown is over and only looked at: nobody does anything in it. */
  past?: true;
  /** Why it is shut. */
  shutBy?: HandshakeRefusal | Goodbye;
  /** A newer version of the page is there, and reloading did not bring it. */
  outdated: boolean;
  you?: Person;
  state?: SessionState;
  people: Readonly<Record<Id, Person>>;
  present: ReadonlySet<Id>;
  /** Since when nobody was there who runs the meeting, on the server's clock, where the welcome said it. */
  hostAwaySince?: number | undefined;
  /** Who is writing, until when on the server's clock. */
  typing: Readonly<Record<Id, number>>;
  /** How often the room was told that what its people share with the lab has changed. */
  sharing: number;
  /** Another one each time that the session's number, time or call may have changed; `away`: while nobody here could hear it. */
  meeting?: { away?: true };
  /** Who put the queue in another order last, as it was seen to happen; another object each time. */
  sorted?: { by: Id | null };
  words: readonly Word[];
  /** Host controls that are on their way. */
  doing: ReadonlySet<CommandType>;
}

export const EMPTY_VIEW: RoomView = {
  link: 'joining',
  outdated: false,
  people: {},
  present: new Set(),
  typing: {},
  sharing: 0,
  words: [],
  doing: new Set(),
};

function byId(people: readonly Person[]): Record<Id, Person> {
  return Object.fromEntries(people.map((person) => [person.id, person]));
}

function anyHost(people: readonly Person[]): boolean {
  return people.some(({ role }) => role === 'host');
}

const TYPING_SHOWN_MS = 4000;

/** What a welcome says of the room. */
export function welcomed({ you, people, presence, state, hostAwaySince }: Welcome): Partial<RoomView> {
  return {
    ...(hostAwaySince ? { hostAwaySince: Date.parse(hostAwaySince) } : {}),
    ...(anyHost(presence) ? { hostAwaySince: undefined } : {}),
    link: 'here',
    you,
    people: byId([...people, ...presence, you]),
    present: new Set(presence.map(({ id }) => id)),
    ...(state ? { state } : {}),
  };
}

/** The events drawn in, in order; what is there already is dropped, and nothing is drawn beyond a gap. */
export function drawn(
  view: RoomView,
  events: readonly SessionEvent[],
): { change?: Pick<RoomView, 'sorted' | 'typing'> & { state: SessionState }; gap: boolean } {
  let { state, sorted } = view;
  if (!state) return { gap: false };
  let gap = false;
  for (const event of events) {
    if (event.seq <= state.seq) continue;
    gap = event.seq > state.seq + 1;
    if (gap) break;
    state = fold(state, event);
    if (event.type === 'queue.moved' || event.type === 'scenario.deferred') sorted = { by: event.by };
  }
  return state === view.state
    ? { gap }
    : { gap, change: { state, sorted, typing: withoutWriters(view.typing, events) } };
}

/** Whether events tell of somebody whose name only a welcome brings: who asked what was sealed, and left before we came. */
export function namesStranger({ people }: RoomView, events: readonly SessionEvent[]): boolean {
  return events.some(({ type, data }) => type === 'floor.released' && !people[data.askedBy]);
}

export function presenceChanged(view: RoomView, { joined, left }: PresenceChange): Partial<RoomView> {
  const present = new Set(view.present);
  for (const id of left) present.delete(id);
  for (const { id } of joined) present.add(id);
  const hostAwaySince = anyHost(joined) ? undefined : view.hostAwaySince;
  return { present, hostAwaySince, people: { ...view.people, ...byId(joined) } };
}

/** Somebody writes now. */
export function writes(view: RoomView, userId: Id, now: number): Partial<RoomView> {
  const current = Object.entries(view.typing).filter(([, until]) => until > now);
  return { typing: { ...Object.fromEntries(current), [userId]: now + TYPING_SHOWN_MS } };
}

/** Whoever has just said something is not writing it any more. */
function withoutWriters(typing: RoomView['typing'], events: readonly SessionEvent[]): RoomView['typing'] {
  const spoke = new Set(events.map(({ by }) => by));
  const left = Object.entries(typing).filter(([id]) => !spoke.has(id));
  return left.length === Object.keys(typing).length ? typing : Object.fromEntries(left);
}
