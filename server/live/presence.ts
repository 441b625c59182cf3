import type { Id, SessionState } from '@/domain/session';
import type { Person, PresenceChange } from '@/domain/wire';
import type { People } from './people';

/** Comings and goings of a moment are told together; of a longer one in a large room. */
const SHORTEST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 500;
const SOCKETS_PER_MS = 4;

/** A room that is so small is told at once. */
const SMALL = 50;

/** Tells the room who came and who went: once a person, however many tabs they have. */
export class Presence {
  private readonly told = new Map<Id, Person>();
  private list: readonly Person[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly people: People,
    private readonly state: () => SessionState,
    private readonly tell: (change: PresenceChange) => void,
  ) {}

  /** Somebody came, went or changed roles: tells the room shortly. */
  changed(): void {
    const wait = Math.min(Math.max(this.people.here.size / SOCKETS_PER_MS, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
    this.timer ??= setTimeout(() => this.flush(), wait);
  }

  /**
   * Who is here, for somebody who comes in: what the room has been told, and themselves. Whoever isn't told of yet is told
   * to the newcomer with the others.
   */
  for(newcomer: Person): readonly Person[] {
    if (this.timer && this.people.here.size <= SMALL) this.flush();
    const known = this.told.get(newcomer.id);
    return isSame(known, newcomer) ? this.list : [...this.list.filter(({ id }) => id !== newcomer.id), newcomer];
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const present = this.people.present(this.state());
    const joined = present.filter((person) => !isSame(this.told.get(person.id), person));
    const ids = new Set(present.map(({ id }) => id));
    const left = [...this.told.keys()].filter((id) => !ids.has(id));
    const renamed = this.people.renamedBut(ids, this.state());
    if (renamed.length > 0) {
      // A name comes with who joins: they come by it, and go at once.
      this.tell({ joined: renamed, left: [] });
      this.tell({ joined: [], left: renamed.map(({ id }) => id) });
    }
    if (joined.length === 0 && left.length === 0) return;
    for (const person of joined) this.told.set(person.id, person);
    for (const id of left) this.told.delete(id);
    this.list = [...this.told.values()];
    this.tell({ joined, left });
  }
}

function isSame(told: Person | undefined, person: Person): boolean {
  return told?.role === person.role && told.name === person.name;
}
