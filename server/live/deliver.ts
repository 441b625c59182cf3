import type { Namespace } from 'socket.io';
import { readersApart, redact, type Id, type SessionEvent, type SessionState, type Viewer } from '@/domain/session';
import type { ClientToServer, ServerToClient } from '@/domain/wire';
import { counted } from './metrics';
import type { Attendee, LiveSocket, SocketData } from './people';

export type LiveNamespace = Namespace<ClientToServer, ServerToClient, Record<string, never>, SocketData>;

/** The audiences of a room, as Socket.IO's rooms: hosts, and everyone else. */
export const audience = {
  hosts: (sessionId: Id) => `hosts:${sessionId}`,
  room: (sessionId: Id) => `room:${sessionId}`,
};

const HOST: Viewer = { id: '', hosts: true };
const ROOM: Viewer = { id: '', hosts: false };

/** Puts a socket into its audience, and out of the other. */
export function seat(socket: LiveSocket, attendee: Attendee): void {
  const { sessionId } = socket.data;
  const [into, outOf] = attendee.hosts
    ? [audience.hosts(sessionId), audience.room(sessionId)]
    : [audience.room(sessionId), audience.hosts(sessionId)];
  void socket.leave(outOf);
  void socket.join(into);
}

/**
 * Sends events to this server's own sockets: one frame for the hosts, one for the room, one for each reader for whom
 * something reads otherwise. Each is encoded once, however many get it. `except` have just been told the whole state.
 */
export function deliver(
  live: LiveNamespace,
  sessionId: Id,
  here: ReadonlyMap<Id, Attendee>,
  events: readonly SessionEvent[],
  head: SessionState,
  except: ReadonlySet<Id>,
): void {
  const frames = {
    hosts: events.map((event) => redact(event, HOST, head)),
    room: events.map((event) => redact(event, ROOM, head)),
  };
  const apart = framesApart(here, events, frames, head, except);
  const passedOver = [...except, ...apart.keys()].flatMap((id) => socketIds(here.get(id)));
  for (const kind of ['hosts', 'room'] as const) {
    const name = audience[kind](sessionId);
    if (live.adapter.rooms.has(name)) live.local.to(name).except(passedOver).emit('events', frames[kind]);
  }
  for (const [id, frame] of apart) {
    for (const socket of here.get(id)?.sockets ?? []) socket.emit('events', frame);
  }
  let sockets = 0;
  for (const attendee of here.values()) sockets += attendee.sockets.size;
  counted.delivered.inc(events.length * sockets);
}

/** The frames of those for whom some event reads otherwise than for the rest of their audience. */
function framesApart(
  here: ReadonlyMap<Id, Attendee>,
  events: readonly SessionEvent[],
  frames: { hosts: SessionEvent[]; room: SessionEvent[] },
  head: SessionState,
  except: ReadonlySet<Id>,
): Map<Id, SessionEvent[]> {
  const apart = new Map<Id, SessionEvent[]>();
  for (const [index, event] of events.entries()) {
    for (const id of readersApart(event, head)) {
      const attendee = here.get(id);
      if (!attendee || except.has(id)) continue;
      const theirs = attendee.hosts ? frames.hosts : frames.room;
      const seen = redact(event, { id, hosts: attendee.hosts }, head);
      // The same object is the same words: for most events of most authors.
      if (seen === theirs[index]) continue;
      const frame = apart.get(id) ?? [...theirs];
      frame[index] = seen;
      apart.set(id, frame);
    }
  }
  return apart;
}

function socketIds(attendee: Attendee | undefined): string[] {
  return [...(attendee?.sockets ?? [])].map(({ id }) => id);
}
