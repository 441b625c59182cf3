import type { Socket } from 'socket.io';
import { readsAsHost, roleIn, type Id, type SessionState } from '@/domain/session';
import type { ClientToServer, Person, ServerToClient } from '@/domain/wire';
import { FORMER_MEMBER, type Role } from '@/domain/vocabulary';
import type { KnownPerson } from '@/db/session-access';

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** What the handshake has found out about whoever is behind a socket. */
export interface SocketData {
  userId: Id;
  sessionId: Id;
  labId: Id;
  name: string;
  /** The role in the lab. */
  role: Role;
  /** Of the sign-in it came with. */
  epoch: number;
  since?: number | undefined;
  version?: string | undefined;
}

/** Somebody in the room by way of this server, with all their tabs. */
export interface Attendee {
  id: Id;
  name: string;
  /** The role in the lab. */
  labRole: Role;
  /** The role in the session, and whether they read as a host: as last told to their sockets. */
  role: Role;
  hosts: boolean;
  sockets: Set<LiveSocket>;
}

/** Who is in the room here, and who belongs to it anywhere. */
export class People {
  /** By way of this server. */
  readonly here = new Map<Id, Attendee>();
  /** By way of other servers. */
  elsewhere: ReadonlySet<Id> = new Set();
  private members = new Map<Id, KnownPerson>();
  /** Named by the log; some may have left the lab since. */
  private readonly named = new Set<Id>();

  /** Adds a socket; true when it is the person's first here. */
  add(socket: LiveSocket, state: SessionState): boolean {
    const { userId: id, name, role: labRole } = socket.data;
    const before = this.here.get(id);
    if (before) {
      before.sockets.add(socket);
      return false;
    }
    const attendee: Attendee = { id, name, labRole, role: labRole, hosts: false, sockets: new Set([socket]) };
    this.here.set(id, attendee);
    this.place(attendee, state);
    if (!this.members.has(id)) this.members.set(id, { id, name, role: labRole });
    return true;
  }

  /** Takes a socket out; the person when it was their last here. */
  drop(socket: LiveSocket): Attendee | undefined {
    const attendee = this.here.get(socket.data.userId);
    if (!attendee?.sockets.delete(socket) || attendee.sockets.size > 0) return undefined;
    this.here.delete(attendee.id);
    return attendee;
  }

  /** Notes what a person may be and read as now; true when that is not what they were told. */
  place(attendee: Attendee, state: SessionState): boolean {
    const role = roleIn(state, { id: attendee.id, role: attendee.labRole });
    const hosts = readsAsHost(state, { id: attendee.id, role: attendee.labRole });
    const changed = role !== attendee.role || hosts !== attendee.hosts;
    attendee.role = role;
    attendee.hosts = hosts;
    return changed;
  }

  setMembers(members: readonly KnownPerson[]): void {
    this.members = new Map(members.map((member) => [member.id, member]));
  }

  isKnown(id: Id): boolean {
    return this.members.has(id);
  }

  name(ids: Iterable<Id>): void {
    for (const id of ids) this.named.add(id);
  }

  person(id: Id, state: SessionState): Person {
    const here = this.here.get(id);
    const member = this.members.get(id);
    const name = here?.name ?? member?.name ?? FORMER_MEMBER;
    return { id, name, role: roleIn(state, { id, role: here?.labRole ?? member?.role ?? 'rep' }) };
  }

  /** Everyone in the room, on any server. */
  present(state: SessionState): Person[] {
    return this.presentIds().map((id) => this.person(id, state));
  }

  presentIds(): Id[] {
    return [...new Set([...this.here.keys(), ...this.elsewhere])];
  }

  /** Everyone whom the state may name: the lab's members, and those who have left. */
  everyone(state: SessionState): Person[] {
    const gone = [...this.named].filter((id) => !this.members.has(id));
    return [...this.members.keys(), ...gone].map((id) => this.person(id, state));
  }
}
