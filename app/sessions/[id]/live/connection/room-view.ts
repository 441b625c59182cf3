import type { CommandType } from '@/domain/permissions';
import type { Id, SessionState } from '@/domain/session/state';
import type { ByeCode, HandshakeRefusal, Person } from '@/domain/wire';
import type { Word } from './outbox';

/** What the screens draw from; replaced whole on each change, its parts kept where they did not change. */
export interface RoomView {
  /**
   * `joining`: nothing is known yet · `here`: in the room · `away`: the connection is lost, what is shown is the last known ·
   * `shut`: the server will not have this person back.
   */
  link: 'joining' | 'here' | 'away' | 'shut';
  /** Why it is shut. */
  shutBy?: HandshakeRefusal | ByeCode;
  /** A newer version of the page is there, and reloading did not bring it. */
  outdated: boolean;
  you?: Person;
  state?: SessionState;
  people: Readonly<Record<Id, Person>>;
  present: ReadonlySet<Id>;
  /** Who is writing, until when on the server's clock. */
  typing: Readonly<Record<Id, number>>;
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
  words: [],
  doing: new Set(),
};

export function byId(people: readonly Person[]): Record<Id, Person> {
  return Object.fromEntries(people.map((person) => [person.id, person]));
}
