import { refusal, TOO_LARGE, UNAVAILABLE, type Refusal } from '@/domain/errors';
import { invalid, parseCommand, syncRequest, turnRequest, type Command } from '@/domain/protocol';
import { redactEndedTurn, type Id } from '@/domain/session';
import type { Logger } from '../log';
import type { Limits } from './limits';
import { counted } from './metrics';
import type { LiveSocket } from './people';
import type { Room } from './room';

/** For whoever sends more than the rate allows. */
const RATE_LIMITED = refusal('rate_limited', 'That was too much at once. Wait a few seconds, then send it again.');

type Handler = (socket: LiveSocket, payload: unknown, answer: (content: object) => void) => Promise<void>;

/** Hears what a client sends. Whatever it is, it never does more harm than to be refused. */
export function hearMessages(socket: LiveSocket, room: Room, { limits, log }: { limits: Limits; log: Logger }): void {
  const { userId } = socket.data;
  const hear = (name: 'command' | 'sync' | 'turn' | 'time', handler: Handler) => {
    // What comes over the wire has any shape: the declared types are those of well-behaved clients.
    socket.on(name, (...given: unknown[]) => {
      const ack = given.at(-1);
      const answer = typeof ack === 'function' ? (content: object) => void ack(content) : () => undefined;
      handler(socket, typeof given[0] === 'function' ? undefined : given[0], answer).catch((error: unknown) => {
        log.error({ err: error, name }, 'a message could not be answered');
        answer({ ok: false, error: UNAVAILABLE });
      });
    });
  };

  hear('command', async (_, raw, answer) => {
    const read = await readCommand(raw, userId, limits);
    if (read.ok) room.command(read.command, { id: userId, role: socket.data.role }, answer);
    else answer(read);
  });

  hear('sync', async (_, raw, answer) => {
    const asked = syncRequest.safeParse(raw);
    if (!asked.success) return answer({ ok: false, error: invalid(asked.error, 'since') });
    if (!(await limits.question(userId))) return answer({ ok: false, error: RATE_LIMITED });
    const welcome = await room.sync(socket, asked.data.since);
    answer(welcome ?? { ok: false, error: UNAVAILABLE });
  });

  hear('turn', async (_, raw, answer) => {
    const asked = turnRequest.safeParse(raw);
    if (!asked.success) return answer({ ok: false, error: invalid(asked.error, 'turnId') });
    if (!(await limits.question(userId))) return answer({ ok: false, error: RATE_LIMITED });
    const turn = await room.turn(asked.data.turnId);
    const attendee = room.people.here.get(userId);
    answer(
      turn && attendee
        ? redactEndedTurn(turn, { id: userId, hosts: attendee.hosts })
        : { ok: false, error: refusal('not_found', 'There is no such turn in this session.', 'turnId') },
    );
  });

  hear('time', async (_, __, answer) => answer({ serverTime: room.serverTime() }));

  socket.on('typing', () => {
    if (limits.typing(socket)) room.typing(socket);
  });
}

/** Reads a person's command, or gives the refusal that needs no state, in the protocol's order. Counts towards their rate. */
export async function readCommand(
  raw: unknown,
  userId: Id,
  limits: Limits,
): Promise<{ ok: true; command: Command } | { ok: false; error: Refusal }> {
  const parsed = parsedSafely(raw);
  const within = await limits.command(userId);
  const tooLarge = !parsed.ok && parsed.error.code === 'too_large';
  const read = within || tooLarge ? parsed : { ok: false as const, error: RATE_LIMITED };
  if (!read.ok) {
    counted.commands.inc({ type: parsed.ok ? parsed.command.type : 'unreadable', code: read.error.code });
  }
  return read;
}

function parsedSafely(raw: unknown): ReturnType<typeof parseCommand> {
  try {
    return parseCommand(raw);
  } catch {
    // Nested so deeply that it can't even be measured.
    return { ok: false, error: TOO_LARGE };
  }
}
