import type { Id, Instant, SessionEvent } from '@/domain/session';
import type { Goodbye, Welcome } from '@/domain/wire';
import { seat } from './deliver';
import type { Attendee, LiveSocket, People } from './people';
import type { Presence } from './presence';
import { caughtUp } from './resume';
import type { RoomLog } from './room-log';

/** Welcomes and goodbyes: what each person here is told about the room as a whole, first and whenever their place in it changes. */
export class Welcomes {
  constructor(
    private readonly log: RoomLog,
    private readonly people: People,
    private readonly presence: Presence,
    private readonly serverTime: () => string,
    /** Hears that somebody is here who reads as a host. */
    private readonly onHost: () => void,
  ) {}

  /** A welcome with the events of the gap, or the state where there is none. */
  of(attendee: Attendee, gap: readonly SessionEvent[] | undefined): Welcome {
    const { state } = this.log;
    const you = this.people.person(attendee.id, state);
    return {
      you,
      seq: state.seq,
      serverTime: this.serverTime(),
      presence: [...this.presence.for(you)],
      people: [...this.people.everyone(state, { forGuest: you.guest === true, hosts: attendee.hosts })],
      ...caughtUp({ id: attendee.id, hosts: attendee.hosts }, state, gap),
    };
  }

  /** Lets a socket in: told first, then seated, with nothing between. */
  letIn(
    socket: LiveSocket,
    attendee: Attendee,
    gap: readonly SessionEvent[] | undefined,
    hostAwaySince: Instant | undefined,
  ): void {
    const unled = hostAwaySince !== undefined && attendee.role !== 'host';
    socket.emit('welcome', { ...this.of(attendee, gap), ...(unled ? { hostAwaySince } : {}) });
    seat(socket, attendee);
    this.presence.changed();
    if (attendee.hosts) this.onHost();
  }

  /** Cuts whoever was removed, and welcomes anew whoever hosts now or does no longer. Returns all of those. */
  rePlace(): Set<Id> {
    const { state } = this.log;
    const apart = new Set<Id>();
    for (const attendee of [...this.people.here.values()]) {
      if (state.removed.includes(attendee.id)) {
        apart.add(attendee.id);
        this.cut(attendee.id, 'removed');
      } else if (this.people.place(attendee, state)) {
        apart.add(attendee.id);
        this.again(attendee);
      }
    }
    // Theirs too who are connected elsewhere.
    this.presence.changed();
    // Somebody may have taken over in the moment in which a host came in.
    if ([...this.people.here.values()].some(({ hosts }) => hosts)) this.onHost();
    return apart;
  }

  /** What was told so far is void: everyone gets the state. */
  everyoneAnew(): void {
    for (const attendee of this.people.here.values()) {
      this.people.place(attendee, this.log.state);
      this.again(attendee);
      if (attendee.hosts) this.onHost();
    }
  }

  /** Says goodbye to a person's every tab here (or to those that are meant), and disconnects them. */
  cut(userId: Id, why: Goodbye, meant: (socket: LiveSocket) => boolean = () => true): void {
    for (const socket of [...(this.people.here.get(userId)?.sockets ?? [])].filter(meant)) sendAway(socket, why);
  }

  private again(attendee: Attendee): void {
    for (const socket of attendee.sockets) {
      seat(socket, attendee);
      socket.emit('welcome', this.of(attendee, undefined));
    }
  }
}

/** Says goodbye, and then disconnects. */
export function sendAway(socket: LiveSocket, why: Goodbye): void {
  socket.emit('bye', why === 'removed_from_lab' ? { code: 'removed', fromLab: true } : { code: why });
  socket.disconnect(true);
}
