import { v4 as newCommandId, v7 as newId } from 'uuid';
import { append } from '@/db/append';
import { database } from '@/db/connection';
import { attendance } from '@/db/schema';
import { loadState, sessionFrame, type SessionFrame } from '@/db/session-log';
import type { CommandType } from '@/domain/permissions';
import { parseCommand } from '@/domain/protocol';
import type { EventOf, EventType, Id, SessionEvent, SessionState } from '@/domain/session';
import { decideBatch } from '@/server/live/batch';
import { digestOf } from '@/server/live/digest';
import { TurnWords } from '@/server/live/turn-words';
import { CAST, type Actor } from './cast';
import type { People } from './people';

/**
 * Runs a session's commands as the server would, but by a clock of its own: the log, what is projected from it and the
 * recap are as real as if people had met then.
 */
export class Scribe {
  private constructor(
    private readonly people: People,
    private readonly frame: SessionFrame,
    private readonly words: TurnWords,
    public state: SessionState,
    /** ms since the epoch; `wait` moves it on. */
    public now: number,
  ) {}

  static async open(people: People, sessionId: Id, now: number): Promise<Scribe> {
    const frame = await sessionFrame(sessionId);
    if (!frame) throw new Error(`There is no session ${sessionId}.`);
    const { state } = await loadState(sessionId);
    return new Scribe(people, frame, new TurnWords(sessionId), state, now);
  }

  get sessionId(): Id {
    return this.frame.id;
  }

  idOf(actor: Actor): Id {
    return this.people.ids[actor];
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  /** Has somebody send a command. Throws when it is refused: the script is wrong then. */
  async send(by: Actor, type: CommandType, data: object = {}): Promise<SessionEvent[]> {
    const parsed = parseCommand({ id: newCommandId(), type, data });
    if (!parsed.ok) throw new Error(`${type} of ${by}: ${parsed.error.message} (${parsed.error.field})`);
    const { command } = parsed;
    const batch = await decideBatch(
      {
        frame: this.frame,
        words: this.words,
        state: this.state,
        now: () => this.now,
        newId: () => newId({ msecs: this.now }),
        hostAwayMs: async () => 0,
        known: () => undefined,
        onFault: (error) => {
          throw error;
        },
      },
      [
        {
          command,
          actor: { id: this.people.ids[by], role: CAST[by].role },
          digest: digestOf(command),
          reply: () => undefined,
        },
      ],
    );
    const [answer] = batch.answers;
    if (!answer?.ok) throw new Error(`${type} of ${by}: ${answer?.error.message ?? 'no answer'}`);
    if (batch.appended.length > 0) await append(batch.appended, batch.changes);
    this.words.note(batch.events);
    this.state = batch.after;
    return batch.events;
  }

  /** The same, for a command that makes one event of a type. */
  async make<T extends EventType>(by: Actor, type: CommandType, makes: T, data: object): Promise<EventOf<T>> {
    const made = (await this.send(by, type, data)).find((event) => event.type === makes);
    if (!made) throw new Error(`${type} of ${by} made no ${makes}.`);
    return made as EventOf<T>;
  }

  /** Writes down that people were here from an instant until now. */
  async wereHere(actors: readonly Actor[], from: number): Promise<void> {
    const until = new Date(this.now);
    await database()
      .insert(attendance)
      .values(
        actors.map((actor) => ({
          id: newId({ msecs: from }),
          sessionId: this.frame.id,
          userId: this.people.ids[actor],
          role: CAST[actor].role,
          fromAt: new Date(from),
          seenAt: until,
          untilAt: until,
        })),
      );
  }
}
