import { randomUUID } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { turnsOnSeat } from '@/db/hot-seat';
import { accessTo } from '@/db/session-access';
import { abandonedSessions } from '@/db/sessions';
import { refusal, UNAVAILABLE } from '@/domain/errors';
import { ARCHIVED } from '@/domain/lab-permissions';
import { isId } from '@/domain/people';
import { ABANDONED_MS } from '@/domain/permissions';
import type { Command } from '@/domain/protocol';
import type { Actor, Id } from '@/domain/session';
import type { Ack, ClientToServer, ServerToClient } from '@/domain/wire';
import type { Face, LiveFace, SignedOut } from '../face';
import { AttendanceBook } from './attendance-book';
import { DbClock } from './db-clock';
import { audience, type LiveNamespace } from './deliver';
import { Doorbell, type Ring } from './doorbell';
import { handshake } from './handshake';
import { Limits } from './limits';
import { hearMessages, readCommand } from './messages';
import { counted } from './metrics';
import type { LiveSocket, SocketData } from './people';
import { fromOwnPages } from './origin';
import { connectRedis } from './redis';
import { Rooms } from './rooms';
import { SOCKET_OPTIONS } from './socket-options';

const ABANDONED_EVERY_MS = 5 * 60_000;

export interface LiveOptions extends Pick<Face, 'config' | 'log' | 'authSecret'> {
  /** Of this build: clients of another are told to reload. */
  version: string;
  /** A session of the lab has ended or was cancelled, by way of this server. */
  onOver?: (labId: Id) => void;
}

/** The live rooms of this server. */
export interface Live extends LiveFace {
  /** Reads at once what other servers did, as happens every two seconds. */
  compare: () => Promise<void>;
  /** Ends abandoned sessions, as happens every few minutes. */
  endAbandoned: () => Promise<void>;
  /** Cancels a session that has not begun, by nobody's hand: its deals go on to the next one. */
  cancel: (sessionId: Id) => Promise<Ack>;
  /** Answers what waits, says goodbye, and closes the transports. The HTTP server stays open: its owner closes it. */
  close: () => Promise<void>;
}

/** Opens the live rooms, Socket.IO's namespace `/live`, on an HTTP server. Needs an open database. */
export async function openLive(httpServer: HttpServer, options: LiveOptions): Promise<Live> {
  const { config, log, version } = options;
  const clock = new DbClock(log);
  await clock.start();
  const redis = config.redisUrl === undefined ? undefined : connectRedis(config.redisUrl, log);
  const io = new Server<ClientToServer, ServerToClient, Record<string, never>, SocketData>(httpServer, {
    ...SOCKET_OPTIONS,
    allowRequest: (request, decide) => decide(null, fromOwnPages(request, config.publicUrl)),
    ...(redis ? { adapter: redis.adapter } : {}),
  });
  const live: LiveNamespace = io.of('/live');
  const doorbell = new Doorbell(live, redis !== undefined);
  const attendance = new AttendanceBook(log, (sessionIds) => {
    doorbell.ring({ kind: 'presence', sessionIds: [...sessionIds] });
  });
  const rooms = new Rooms({
    live,
    clock,
    logger: log,
    attendance,
    onGrown: (logs) => {
      rooms.heard(logs.slice(1));
      doorbell.ring({ kind: 'grown', logs });
    },
    onOver: (labId) => options.onOver?.(labId),
    onTyping: (sessionId, userId) => doorbell.ring({ kind: 'typing', sessionId, userId }),
  });
  const limits = new Limits(config.commandRate);
  let closing = false;

  const inLab = (labId: Id) => rooms.all().filter((room) => room.labId === labId);
  const obey = (ring: Ring): void => {
    switch (ring.kind) {
      case 'grown':
        return rooms.heard(ring.logs);
      case 'presence':
        return void rooms.heardPresence(ring.sessionIds);
      case 'typing':
        return void live.local
          .to([audience.hosts(ring.sessionId), audience.room(ring.sessionId)])
          .volatile.emit('typing', { userId: ring.userId });
      case 'members':
        return inLab(ring.labId).forEach((room) => void room.membersChanged());
      case 'sharing':
      case 'meeting':
        return inLab(ring.labId).forEach(({ sessionId: id }) =>
          live.local.to([audience.hosts(id), audience.room(id)]).emit(ring.kind),
        );
      case 'removed':
        for (const room of inLab(ring.labId)) {
          room.cut(ring.userId, 'removed_from_lab');
          void room.membersChanged();
        }
        return;
      case 'archived':
        return inLab(ring.labId).forEach((room) => room.cutAll('archived'));
      case 'signed_out':
        return rooms
          .all()
          .forEach((room) => room.cut(ring.userId, 'signed_out', (socket) => isAmong(ring.which, socket)));
    }
  };
  const everywhere = (ring: Ring) => {
    obey(ring);
    doorbell.ring(ring);
  };
  doorbell.onRing(obey);

  // The namespace that Socket.IO opens by itself leads nowhere.
  io.use((_, next) => next(new Error('There is nothing here.')));
  live.use((socket, next) => {
    if (closing) socket.conn.close();
    else next();
  });
  live.use(handshake(options, (sessionId) => rooms.of(sessionId), log));
  live.on('connection', (socket: LiveSocket) => {
    const room = rooms.of(socket.data.sessionId);
    counted.sockets.inc();
    // The request that opened the connection has been read; kept, it would weigh more than the rest of a listener.
    Object.assign(socket.conn, { request: null });
    socket.on('disconnect', () => {
      counted.sockets.dec();
      room.leave(socket);
    });
    hearMessages(socket, room, { limits, log });
    const outdated = socket.data.version !== undefined && socket.data.version !== version;
    room.join(socket).then(
      () => outdated && socket.emit('bye', { code: 'outdated' }),
      (error: unknown) => {
        // It comes back by itself, and waits in the handshake.
        log.warn({ err: error }, 'a socket could not be let in');
        socket.conn.close();
      },
    );
  });

  const send = (sessionId: Id, actor: Actor, command: Command): Promise<Ack> =>
    new Promise((resolve) => rooms.of(sessionId).command(command, actor, resolve));
  const execute: LiveFace['execute'] = async (sessionId, userId, raw) => {
    const read = await readCommand(raw, userId, limits);
    if (!read.ok) return read;
    if (closing) return { ok: false, error: UNAVAILABLE };
    try {
      const [access] = isId(sessionId) ? await accessTo([{ sessionId, userId, signInId: null }]) : [];
      if (!access?.role) return { ok: false, error: refusal('not_found', 'There is no such session.') };
      if (access.archived) return { ok: false, error: refusal('forbidden', ARCHIVED) };
      if (!access.pledged) return { ok: false, error: refusal('forbidden', 'Agree to the pledge first.') };
      return await send(sessionId, { id: userId, role: access.role }, read.command);
    } catch (error) {
      log.warn({ err: error }, 'a command of a page could not be taken');
      return { ok: false, error: UNAVAILABLE };
    }
  };
  const bySystem = (sessionId: Id, command: Command) => send(sessionId, { id: null, role: 'host' }, command);
  const endTurnsOf: LiveFace['endTurnsOf'] = async (labId, userId) => {
    try {
      for (const { sessionId, turnId } of await turnsOnSeat(labId, userId)) {
        const ack = await bySystem(sessionId, { id: randomUUID(), type: 'turn.end', data: { turnId } });
        if (!ack.ok) log.warn({ sessionId, code: ack.error.code }, 'the turn of who left was not ended');
      }
    } catch (error) {
      // They have left all the same; a host ends the turn.
      log.warn({ err: error }, 'the turn of who left was not looked for');
    }
  };
  const endAbandoned = async () => {
    for (const sessionId of await abandonedSessions(ABANDONED_MS)) {
      const ack = await bySystem(sessionId, { id: randomUUID(), type: 'session.end', data: {} });
      log.info({ sessionId, ended: ack.ok }, 'nobody came back to a live session');
    }
  };
  const abandoned = setInterval(() => {
    endAbandoned().catch((error: unknown) => log.warn({ err: error }, 'abandoned sessions were not looked for'));
  }, ABANDONED_EVERY_MS).unref();

  return {
    execute,
    removeMember: async (labId, userId) => everywhere({ kind: 'removed', labId, userId }),
    endTurnsOf,
    signedOut: async (userId, which) => everywhere({ kind: 'signed_out', userId, which }),
    memberChanged: async (labId) => everywhere({ kind: 'members', labId }),
    labArchived: async (labId) => everywhere({ kind: 'archived', labId }),
    meetingsChanged: async (labId) => everywhere({ kind: 'meeting', labId }),
    sharingChanged: async (labId) => everywhere({ kind: 'sharing', labId }),
    compare: () => rooms.compare(),
    endAbandoned,
    cancel: (sessionId) => bySystem(sessionId, { id: randomUUID(), type: 'session.cancel', data: {} }),
    close: async () => {
      closing = true;
      clearInterval(abandoned);
      clock.stop();
      await rooms.close();
      live.local.emit('bye', { code: 'server_closing' });
      await attendance.close();
      // Closing the transport, not the socket: clients come back by themselves.
      io.engine.close();
      await redis?.close([io.of('/').adapter, live.adapter]);
    },
  };
}

/** Whether a socket came by one of the sign-ins that were ended. */
function isAmong(which: SignedOut, { data: { signInId } }: LiveSocket): boolean {
  if (which === 'all') return true;
  return 'only' in which ? signInId === which.only : signInId !== which.but;
}
