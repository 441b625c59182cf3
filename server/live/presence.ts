import type { Id, SessionState } from '@/domain/session';
import type { Person, PresenceChange } from '@/domain/wire';
import type { Role } from '@/domain/vocabulary';
import type { People } from './people';

/** Comings and goings of a moment are told together; of a longer one in a large room. */
const SHORTEST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 500;
const SOCKETS_PER_MS = 4;

/** Tells the room who came and who went: once a person, however many tabs they have. */
export class Presence {
  private readonly told = new Map<Id, Role>();
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

  stop(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    this.timer = undefined;
    const present = this.people.present(this.state());
    const joined: Person[] = present.filter(({ id, role }) => this.told.get(id) !== role);
    const ids = new Set(present.map(({ id }) => id));
    const left = [...this.told.keys()].filter((id) => !ids.has(id));
    for (const { id, role } of joined) this.told.set(id, role);
    for (const id of left) this.told.delete(id);
    if (joined.length > 0 || left.length > 0) this.tell({ joined, left });
  }
}
