import type { ReplayFacts, Stay } from '@/db/replay';
import type { Id, SessionState } from '@/domain/session/state';
import type { Person } from '@/domain/wire';
import type { Role } from '@/domain/vocabulary';
import { EMPTY_VIEW, type RoomView } from '../live/connection/room-view';

/** Who looks; nobody in particular where it is the room's view. */
export interface PastViewer {
  id: Id;
  name: string;
  role: Role;
}

/** What does not change from one moment to the next. */
export function pastRoom(facts: ReplayFacts, viewer: PastViewer | undefined): RoomView {
  const people: Person[] = facts.people;
  return {
    ...EMPTY_VIEW,
    link: 'here',
    past: true,
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    // Who was no host then reads what the room reads, whatever they are now.
    ...(viewer
      ? { you: { ...viewer, role: viewer.role === 'host' && !facts.asHost ? ('rep' as const) : viewer.role } }
      : {}),
  };
}

/** Who was in the room at an instant; the same set until somebody comes or goes. */
export function presence(stays: readonly Stay[]): (at: number) => ReadonlySet<Id> {
  const turns = [...new Set(stays.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const known = new Map<number, ReadonlySet<Id>>();
  return (at) => {
    const since = turns.findLastIndex((turn) => turn <= at);
    const before = known.get(since);
    if (before) return before;
    const instant = turns[since] ?? 0;
    const there = stays.filter(({ from, until }) => from <= instant && instant < until);
    const present = new Set(since < 0 ? [] : there.map(({ userId }) => userId));
    known.set(since, present);
    return present;
  };
}

/** The view of one moment. */
export function viewAt(room: RoomView, state: SessionState, present: ReadonlySet<Id>): RoomView {
  return { ...room, state, present };
}
