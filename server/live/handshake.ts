import { setTimeout as pause } from 'node:timers/promises';
import { NIL } from 'uuid';
import { accessTo, type Access, type AskedAccess } from '@/db/session-access';
import { handshakeAuth } from '@/domain/protocol';
import type { Id } from '@/domain/session';
import type { HandshakeRefusal } from '@/domain/wire';
import type { Face } from '../face';
import type { Logger } from '../log';
import { claimedGuest, claimedSignIn, type SignIn } from '../sign-in';
import { inOneGo } from './in-one-go';
import type { LiveSocket, SocketData } from './people';
import type { Room } from './room';

const RETRY_MS = 250;

const SENTENCES: Record<HandshakeRefusal, string> = {
  unauthenticated: 'Sign in first.',
  not_found: 'There is no such session.',
  not_a_member: 'You are not a member of this lab.',
  pledge_required: 'Agree to the pledge first.',
  removed: 'A host has removed you from this session.',
  archived: 'This lab is archived.',
};

/** A refusal, as Socket.IO hands it to the client: `connect_error` with `data.code`. */
class Refused extends Error {
  readonly data: { code: HandshakeRefusal };

  constructor(code: HandshakeRefusal) {
    super(SENTENCES[code]);
    this.data = { code };
  }
}

/**
 * Decides who may connect. Those who may get their `SocketData`, and their room is open by then. A database that is away
 * refuses nobody: the handshake waits for it.
 */
export function handshake(keys: Pick<Face, 'config' | 'authSecret'>, roomOf: (sessionId: Id) => Room, log: Logger) {
  const lookUp = inOneGo<AskedAccess, Access>(accessTo);
  const admit = async (socket: LiveSocket): Promise<SocketData> => {
    const auth = handshakeAuth.safeParse(socket.handshake.auth);
    // Who asks comes before what is asked for.
    const { sessionId, since, version } = auth.success ? auth.data : { sessionId: NIL };
    const { cookie } = socket.handshake.headers;
    const [signIn, guest] = await Promise.all([claimedSignIn(cookie, keys), claimedGuest(cookie, sessionId, keys)]);
    const claims = [signIn, guest].filter((claim) => claim !== undefined);
    const found = await patiently(socket, log, () =>
      Promise.all(claims.map(async (claim) => ({ claim, access: await lookUp({ sessionId, ...asks(claim) }) }))),
    );
    // Whoever has a place here by their account comes with it; a guest's cookie of another day is no hindrance.
    const best = found.find(mayCome) ?? found[0];
    if (!best) throw new Refused('unauthenticated');
    const { claim, access } = best;
    // An answer about somebody else would let them in as that person.
    if (access.userId !== claim.userId || access.signInId !== claim.signInId || access.sessionId !== sessionId)
      throw new Error('Answers were mixed up.');
    const { userId, labId, role, roleSince, name } = access;
    const { signInId } = claim;
    if (name === null || !access.signedIn) throw new Refused('unauthenticated');
    if (labId === null) throw new Refused('not_found');
    if (role === null || !mayCome(best))
      throw new Refused(access.labPublic && !access.archived ? 'not_a_member' : 'not_found');
    if (access.archived) throw new Refused('archived');
    if (!access.pledged) throw new Refused('pledge_required');
    const room = roomOf(sessionId);
    await patiently(socket, log, () => room.open());
    if (room.state.removed.includes(userId)) throw new Refused('removed');
    return { userId, sessionId, labId, name, role, roleSince, guest: access.guest, signInId, since, version };
  };
  return (socket: LiveSocket, next: (error?: Error) => void): void => {
    admit(socket).then(
      (data) => {
        Object.assign(socket.data, data);
        next();
      },
      (error: unknown) => {
        if (error instanceof Refused) next(error);
        // Whoever is gone needs no answer.
        else log.debug({ err: error }, 'a handshake was given up');
      },
    );
  };
}

function asks({ userId, signInId }: SignIn) {
  return { userId, signInId };
}

/** Whether a claim holds, and leads into the session: a guest's to a guest's place, and to no other. */
function mayCome({ claim, access }: { claim: SignIn; access: Access }): boolean {
  return access.role !== null && access.signedIn && (!claim.guest || access.guest);
}

/** Tries until it works, as long as there is somebody to wait for. */
async function patiently<T>(socket: LiveSocket, log: Logger, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (socket.conn.readyState !== 'open') throw error;
      log.debug({ err: error }, 'a handshake waits');
      await pause(RETRY_MS);
    }
  }
}
