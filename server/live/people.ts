import type { Socket } from 'socket.io';
import { readsAsHost, roleIn, type Id, type SessionState } from '@/domain/session';
import type { ClientToServer, Person, ServerToClient } from '@/domain/wire';
import { FORMER_MEMBER, type Role } from '@/domain/vocabulary';
import type { KnownPerson } from '@/db/session-access';
import { sealedIn } from './named';

export type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** What the handshake has found out about whoever is behind a socket. */
export interface SocketData {
  userId: Id;
  sessionId: Id;
  labId: Id;
  name: string;
  /** The role in the lab, and since when (ms); null where that was never noted. */
  role: Role;
  roleSince: number | null;
  /** Came by a link for this session, without an account. */
  guest: boolean;
  /** The sign-in that it came by; null for a guest. */
  signInId: Id | null;
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

/** In a larger lab not every member is listed to everyone who enters. */
const LARGE_LAB = 200;

/** Who is in the room here, and who belongs to it anywhere. */
export class People {
  /** By way of this server. */
  readonly here = new Map<Id, Attendee>();
  /** By way of other servers. */
  elsewhere: ReadonlySet<Id> = new Set();
  private members = new Map<Id, KnownPerson>();
  /** Named by the log; some may have left the lab since. */
  private readonly named = new Set<Id>();
  /** Those of them who are called otherwise than the room was told. */
  private readonly renamed = new Set<Id>();
  private lists = new Map<string, readonly Person[]>();
  private listedFor = '';

  /** Whether what a handshake found somebody to be is what they are known as. */
  isAsKnown({ data }: LiveSocket): boolean {
    return this.members.get(data.userId)?.role === data.role;
  }

  /** Adds a socket, in the role by which its person is known in the lab; true when it is their first here. */
  add(socket: LiveSocket, state: SessionState): boolean {
    const { userId: id, name } = socket.data;
    const labRole = this.members.get(id)?.role ?? socket.data.role;
    socket.data.role = labRole;
    const before = this.here.get(id);
    if (before) {
      before.sockets.add(socket);
      return false;
    }
    const attendee: Attendee = { id, name, labRole, role: labRole, hosts: false, sockets: new Set([socket]) };
    this.here.set(id, attendee);
    this.place(attendee, state);
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

  /** Takes in who is in the lab, and as what; whoever is here has that role and name from now on. */
  setMembers(members: readonly KnownPerson[]): void {
    const before = this.members;
    this.members = new Map(members.map((member) => [member.id, member]));
    for (const id of this.named) if (before.get(id)?.name !== this.members.get(id)?.name) this.renamed.add(id);
    this.lists.clear();
    for (const attendee of this.here.values()) {
      const member = this.members.get(attendee.id);
      if (!member) continue;
      attendee.labRole = member.role;
      attendee.name = member.name;
      for (const socket of attendee.sockets) socket.data.role = member.role;
    }
  }

  isKnown(id: Id): boolean {
    return this.members.has(id);
  }

  isCalled(id: Id, name: string): boolean {
    return this.members.get(id)?.name === name;
  }

  /** Those whom the log names and who are not among these, with the names that they have by now and the room wasn't told. */
  renamedBut(present: ReadonlySet<Id>, state: SessionState): Person[] {
    const absent = [...this.renamed].filter((id) => !present.has(id));
    for (const id of absent) this.renamed.delete(id);
    return absent.map((id) => this.person(id, state));
  }

  name(ids: Iterable<Id>): void {
    const before = this.named.size;
    for (const id of ids) this.named.add(id);
    if (this.named.size > before) this.lists.clear();
  }

  person(id: Id, state: SessionState): Person {
    const here = this.here.get(id);
    const member = this.members.get(id);
    const name = here?.name ?? member?.name ?? FORMER_MEMBER;
    const role = roleIn(state, { id, role: here?.labRole ?? member?.role ?? 'rep' });
    const initials = member?.initials ? { initials: member.initials } : {};
    return { id, name, role, ...initials, ...(member?.guest ? { guest: true } : {}) };
  }

  /** Everyone in the room, on any server. */
  present(state: SessionState): Person[] {
    return [...new Set([...this.here.keys(), ...this.elsewhere])].map((id) => this.person(id, state));
  }

  /**
   * Everyone whom the state may name: those whom the log named, also when they have left, and the lab's members; of a
   * very large lab its hosts alone, for a list of a thousand names would weigh more than the rest of a welcome. A guest
   * too is told of nobody else in the lab: who is here comes with the presence. Who asked what is sealed is named to
   * those who read as hosts alone.
   */
  everyone(state: SessionState, { forGuest, hosts }: { forGuest: boolean; hosts: boolean }): readonly Person[] {
    const sealed = hosts ? [...sealedIn(state)] : [];
    if (this.listedFor !== rolesKey(state)) this.lists.clear();
    const key = [forGuest, ...sealed].join();
    const known = this.lists.get(key);
    if (known) return known;
    const members = [...this.members.values()];
    const few = forGuest || members.length > LARGE_LAB;
    const listed = few ? members.filter(({ role }) => role === 'host') : members;
    const ids = new Set([...listed.map(({ id }) => id), ...this.named, ...sealed]);
    const list = [...ids].map((id) => this.person(id, state));
    this.lists.set(key, list);
    this.listedFor = rolesKey(state);
    return list;
  }
}

/** What roles in the session depend on, beside roles in the lab. */
function rolesKey({ handed, standIn }: SessionState): string {
  return [...handed, standIn].join();
}
