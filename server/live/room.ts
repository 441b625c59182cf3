import { awayMs } from '@/db/attendance';
import { peopleOf } from '@/db/session-access';
import type { SessionFrame } from '@/db/session-log';
import { grantOf } from '@/domain/permissions';
import type { Command } from '@/domain/protocol';
import {
  hostReturned,
  type Actor,
  type EndedTurn,
  type Id,
  type SessionEvent,
  type SessionState,
} from '@/domain/session';
import type { Ack, ByeCode, Welcome } from '@/domain/wire';
import type { Logger } from '../log';
import type { AttendanceBook } from './attendance-book';
import type { DbClock } from './db-clock';
import { audience, deliver, seat, type LiveNamespace } from './deliver';
import { digestOf } from './digest';
import { namedBy, namedIn } from './named';
import { newId } from './new-id';
import { People, type Attendee, type LiveSocket } from './people';
import { Pipeline } from './pipeline';
import { Presence } from './presence';
import { caughtUp, Resume } from './resume';
import { RoomLog } from './room-log';
import { SnapshotKeeper } from './snapshot-keeper';
import { TurnWords } from './turn-words';

/** What every room of a server shares. */
export interface RoomSurroundings {
  live: LiveNamespace;
  clock: DbClock;
  logger: Logger;
  attendance: AttendanceBook;
  /** Rings the doorbell at this server's other rooms, and at other servers. */
  onGrown: (grown: { sessionId: Id; seq: number }[]) => void;
  /** Somebody types: other servers may pass it on. */
  onTyping: (sessionId: Id, userId: Id) => void;
}

/**
 * What comes alone goes out at once. After a delivery the next one waits as long as that took, and this long at least,
 * and takes along all that came meanwhile: in a busy room frames are what costs.
 */
const SHORTEST_REST_MS = 25;
const LONGEST_REST_MS = 50;

/** One session in one process: its log, its people here, and the way in and out. */
export class Room {
  readonly log: RoomLog;
  readonly people = new People();
  private readonly words: TurnWords;
  private readonly pipeline: Pipeline;
  private readonly presence: Presence;
  private readonly resume: Resume;
  private readonly snapshots: SnapshotKeeper;
  private readonly rows = new Map<Id, { id: Id; sessionId: Id }>();
  private delivered = 0;
  private restUntil = 0;
  private due = false;
  private opening: Promise<SessionFrame> | undefined;
  private joining = 0;
  usedAt = performance.now();

  constructor(
    readonly sessionId: Id,
    private readonly around: RoomSurroundings,
  ) {
    this.log = new RoomLog(sessionId, (events) => this.onEvents(events));
    this.words = new TurnWords(sessionId);
    this.resume = new Resume(this.log);
    this.snapshots = new SnapshotKeeper(this.log, around.logger);
    this.presence = new Presence(
      this.people,
      () => this.log.state,
      (change) => this.toAll().emit('presence', change),
    );
    this.pipeline = new Pipeline({
      log: this.log,
      logger: around.logger,
      source: async () => ({
        frame: await this.log.open(),
        words: this.words,
        now: () => around.clock.now(),
        newId,
        hostAwayMs: (state) => this.hostAwayMs(state),
      }),
      onAppended: around.onGrown,
      onRewound: () => this.toldAnew(),
    });
  }

  /** Opens the log and learns who belongs here. Throws when the database can't be reached. */
  open(): Promise<SessionFrame> {
    this.usedAt = performance.now();
    this.opening ??= this.firstOpening().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  get isIdle(): boolean {
    return this.people.here.size === 0 && this.joining === 0 && this.pipeline.isIdle;
  }

  /** Undefined until it is open. */
  get labId(): Id | undefined {
    return this.log.frame?.labId;
  }

  get state(): SessionState {
    return this.log.state;
  }

  /** Sends a command through the pipeline; the answer comes after its commit. */
  command(command: Command, actor: Actor, reply: (ack: Ack) => void): void {
    this.usedAt = performance.now();
    this.pipeline.enter({ command, actor, digest: digestOf(command), reply });
  }

  /** Lets a socket in: its welcome and its place among the audience are one step, with no event between. */
  async join(socket: LiveSocket): Promise<void> {
    const { since, userId } = socket.data;
    this.joining += 1;
    const gap = await this.gapAfter(since).finally(() => (this.joining -= 1));
    if (!socket.connected) return;
    // A host may have removed them since the handshake.
    if (this.state.removed.includes(userId)) return sendAway(socket, 'removed');
    this.deliverNow();
    const missed = this.complete(socket, gap);
    if (this.people.add(socket, this.state)) {
      const role = this.people.person(userId, this.state).role;
      this.rows.set(userId, this.around.attendance.arrived({ sessionId: this.sessionId, userId, role }));
    }
    const attendee = this.people.here.get(userId);
    if (!attendee) return;
    socket.emit('welcome', this.welcome(attendee, missed));
    seat(socket, attendee);
    this.presence.changed();
    if (attendee.hosts) this.hostIsBack();
  }

  /** A socket is gone; the person with it, if it was their last. */
  leave(socket: LiveSocket): void {
    const gone = this.people.drop(socket);
    if (!gone) return;
    const row = this.rows.get(gone.id);
    if (row) this.around.attendance.left(row);
    this.rows.delete(gone.id);
    this.presence.changed();
  }

  /** What `sync` answers: as a welcome, for a socket that is in already. */
  async sync(socket: LiveSocket, since: number): Promise<Welcome | undefined> {
    const gap = await this.gapAfter(since);
    this.deliverNow();
    const attendee = this.people.here.get(socket.data.userId);
    return attendee && this.welcome(attendee, this.complete(socket, gap));
  }

  /** An ended turn whole; undefined where this session has none such. */
  async turn(turnId: Id): Promise<EndedTurn | undefined> {
    const ended = this.state.turns.some(({ id }) => id === turnId);
    return ended ? this.words.whole(turnId) : undefined;
  }

  /** Tells the others, here and elsewhere, that somebody is writing. */
  typing(socket: LiveSocket): void {
    const { userId } = socket.data;
    const writer = this.people.here.get(userId);
    // An observer writes to the hosts alone, and sealed.
    if (!writer || !grantOf(writer.role, 'contribution.add')) return;
    const own = [...writer.sockets].map(({ id }) => id);
    this.toAll().except(own).volatile.emit('typing', { userId });
    this.around.onTyping(this.sessionId, userId);
  }

  /** Reads what other servers have added, if they say that there is more than we have. */
  async hear(seq: number): Promise<void> {
    if (!this.log.isOpen) return;
    if (seq > this.state.seq) await this.log.catchUp();
    else if (seq < this.state.seq && this.pipeline.isIdle && (await this.log.reread())) this.toldAnew();
  }

  /** Who is here by way of other servers has been read anew. */
  setElsewhere(ids: ReadonlySet<Id>): void {
    this.people.elsewhere = ids;
    this.presence.changed();
    if ([...ids].some((id) => !this.people.isKnown(id))) void this.learnMembers();
  }

  /** Somebody's role or name in the lab has changed; whoever it concerns gets the state that they may read now. */
  async membersChanged(): Promise<void> {
    if (!(await this.learnMembers())) return;
    this.rePlace();
    this.presence.changed();
  }

  /** Says goodbye to a person's every tab here (or to those that are meant), and disconnects them. */
  cut(userId: Id, code: ByeCode, meant: (socket: LiveSocket) => boolean = () => true): void {
    for (const socket of [...(this.people.here.get(userId)?.sockets ?? [])].filter(meant)) sendAway(socket, code);
  }

  /** Stops taking commands, answers those that wait, and keeps what makes the next opening quick. */
  async close(): Promise<void> {
    await this.pipeline.close();
    this.presence.stop();
    this.deliverNow();
    await this.snapshots.close();
  }

  private async firstOpening(): Promise<SessionFrame> {
    const frame = await this.log.open();
    this.people.setMembers(await peopleOf(frame.labId));
    this.people.name(namedIn(this.state));
    this.delivered = this.state.seq;
    return frame;
  }

  private onEvents(events: readonly SessionEvent[]): void {
    this.words.note(events);
    this.snapshots.note(events);
    this.people.name(namedBy(events));
    if (!this.due) {
      this.due = true;
      const rest = this.restUntil - performance.now();
      if (rest > 1) setTimeout(() => this.deliverNow(), rest);
      else setImmediate(() => this.deliverNow());
    }
  }

  /** Sends what is not yet delivered to the sockets of this server. */
  private deliverNow(): void {
    this.due = false;
    const events = this.log.since(this.delivered) ?? [];
    if (events.length === 0) return;
    const began = performance.now();
    this.delivered = this.state.seq;
    const apart = events.some(({ type }) => type.startsWith('host.') || type === 'participant.removed')
      ? this.rePlace()
      : new Set<Id>();
    deliver(this.around.live, this.sessionId, this.people.here, events, this.state, apart);
    this.log.trim(this.delivered);
    const ended = performance.now();
    this.restUntil = ended + Math.min(Math.max(ended - began, SHORTEST_REST_MS), LONGEST_REST_MS);
  }

  /** Cuts whoever was removed, and welcomes anew whoever hosts now or does no longer. Returns all of those. */
  private rePlace(): Set<Id> {
    const apart = new Set<Id>();
    for (const attendee of [...this.people.here.values()]) {
      if (this.state.removed.includes(attendee.id)) {
        apart.add(attendee.id);
        this.cut(attendee.id, 'removed');
      } else if (this.people.place(attendee, this.state)) {
        apart.add(attendee.id);
        this.welcomeAgain(attendee);
      }
    }
    if (apart.size > 0) this.presence.changed();
    return apart;
  }

  private welcomeAgain(attendee: Attendee): void {
    for (const socket of attendee.sockets) {
      seat(socket, attendee);
      socket.emit('welcome', this.welcome(attendee, undefined));
    }
    if (attendee.hosts) this.hostIsBack();
  }

  /** What was told so far is void: everyone gets the state. */
  private toldAnew(): void {
    this.delivered = this.state.seq;
    this.words.forget();
    for (const attendee of this.people.here.values()) {
      this.people.place(attendee, this.state);
      this.welcomeAgain(attendee);
    }
  }

  private welcome(attendee: Attendee, gap: readonly SessionEvent[] | undefined): Welcome {
    const { state, people } = this;
    const you = people.person(attendee.id, state);
    return {
      you,
      seq: state.seq,
      serverTime: this.serverTime(),
      presence: [...this.presence.for(you)],
      people: [...people.everyone(state)],
      ...caughtUp({ id: attendee.id, hosts: attendee.hosts }, state, gap),
    };
  }

  serverTime(): string {
    return new Date(this.around.clock.now()).toISOString();
  }

  private async gapAfter(since: number | undefined): Promise<{ since: number; events: SessionEvent[] } | undefined> {
    await this.open();
    const events = await this.resume.gap(since);
    return events && { since: since ?? 0, events };
  }

  /** The gap up to the head, for what came while it was read belongs to it; undefined where only the state will do. */
  private complete(
    socket: LiveSocket,
    gap: { since: number; events: SessionEvent[] } | undefined,
  ): SessionEvent[] | undefined {
    const more = gap && this.log.since(gap.events.at(-1)?.seq ?? gap.since);
    if (!gap || !more) return undefined;
    const events = [...gap.events, ...more];
    return this.people.readsAsBefore(socket.data.userId, socket.data.role, events, this.state) ? events : undefined;
  }

  private hostIsBack(): void {
    if (!this.state.standIn) return;
    this.pipeline.enter({ system: hostReturned, reply: () => undefined });
  }

  /** For how long nobody who runs the session, a host or whoever stands in, has been here, in ms. */
  private async hostAwayMs(state: SessionState): Promise<number> {
    if ([...this.people.here.values()].some(({ role }) => role === 'host')) return 0;
    const frame = await this.log.open();
    const labHosts = (await peopleOf(frame.labId)).filter(({ role }) => role === 'host').map(({ id }) => id);
    const now = this.around.clock.now();
    const runs = [...labHosts, ...state.handed, ...(state.standIn ? [state.standIn] : [])];
    const away = await awayMs(this.sessionId, [...new Set(runs)]);
    // Where no host was ever here, they are away since the meeting was to begin.
    const began = state.startedAt === undefined ? frame.startsAt : Date.parse(state.startedAt);
    return Math.max(now - Math.max(away === undefined ? began : now - away, began), 0);
  }

  private async learnMembers(): Promise<boolean> {
    try {
      const frame = await this.log.open();
      const members = await peopleOf(frame.labId);
      this.people.setMembers(members);
      for (const { id, role, name } of members) {
        const attendee = this.people.here.get(id);
        if (!attendee) continue;
        attendee.labRole = role;
        attendee.name = name;
        for (const socket of attendee.sockets) socket.data.role = role;
      }
      return true;
    } catch (error) {
      this.around.logger.warn({ err: error }, "a lab's people could not be read");
      return false;
    }
  }

  private toAll() {
    const { live } = this.around;
    return live.local.to([audience.hosts(this.sessionId), audience.room(this.sessionId)]);
  }
}

function sendAway(socket: LiveSocket, code: ByeCode): void {
  socket.emit('bye', { code });
  socket.disconnect(true);
}
