import { guestOf } from '@/db/guests';
import { authorsIn } from '@/db/session-facts';
import type { Head, SessionFrame } from '@/db/session-log';
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
import type { Ack, Goodbye, Welcome } from '@/domain/wire';
import { audience } from './deliver';
import { Delivery } from './delivery';
import { digestOf } from './digest';
import { HostAway } from './host-away';
import { RoomMembership } from './membership';
import { namedBy, namedIn } from './named';
import { newId } from './new-id';
import { People, type LiveSocket } from './people';
import { Pipeline } from './pipeline';
import { Presence } from './presence';
import { Resume, type Gap } from './resume';
import { RoomLog } from './room-log';
import { SnapshotKeeper } from './snapshot-keeper';
import type { RoomSurroundings } from './surroundings';
import { TurnWords } from './turn-words';
import { sendAway, Welcomes } from './welcomes';

/** One session in one process: its log, its people here, and the way in and out. */
export class Room {
  readonly log: RoomLog;
  readonly people = new People();
  private readonly words: TurnWords;
  private readonly pipeline: Pipeline;
  private readonly membership: RoomMembership;
  private readonly presence: Presence;
  private readonly delivery: Delivery;
  private readonly welcomes: Welcomes;
  private readonly resume: Resume;
  private readonly snapshots: SnapshotKeeper;
  private readonly hostAway: HostAway;
  private readonly rows = new Map<Id, { id: Id; sessionId: Id }>();
  private opening: Promise<SessionFrame> | undefined;
  private lastHeard: ReadonlyMap<Id, string> | undefined;
  private joining = 0;
  usedAt = performance.now();

  constructor(
    readonly sessionId: Id,
    private readonly around: RoomSurroundings,
  ) {
    this.log = new RoomLog(sessionId, (events) => this.onEvents(events));
    this.membership = new RoomMembership(this.log, this.people, around.logger);
    this.words = new TurnWords(sessionId);
    this.resume = new Resume(this.log);
    this.hostAway = new HostAway(this.log, this.people, () => around.clock.now());
    this.delivery = new Delivery(around.live, this.log, this.people, () => this.welcomes.rePlace());
    this.snapshots = new SnapshotKeeper(this.log, around.logger);
    this.presence = new Presence(
      this.people,
      () => this.log.state,
      (change) => this.toAll().emit('presence', change),
    );
    this.welcomes = new Welcomes(
      this.log,
      this.people,
      this.presence,
      () => this.serverTime(),
      () => this.hostIsBack(),
    );
    this.pipeline = new Pipeline({
      log: this.log,
      logger: around.logger,
      source: async () => ({
        frame: await this.log.open(),
        words: this.words,
        now: () => around.clock.now(),
        newId,
        hostAwayMs: (state) => this.hostAway.ms(state),
      }),
      onAppended: (grown) => {
        around.onGrown(grown);
        if (this.labId && (this.state.status === 'ended' || this.state.status === 'cancelled'))
          around.onOver(this.labId);
      },
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
    const coming = Promise.all([this.gapAfter(since, socket), this.hostAway.since()]);
    const [gap, hostAwaySince] = await coming.finally(() => (this.joining -= 1));
    const stands = await this.stillStands(socket);
    if (!socket.connected) return;
    // A host may have removed them since the handshake.
    if (!stands) return sendAway(socket, 'removed_from_lab');
    if (this.state.removed.includes(userId)) return sendAway(socket, 'removed');
    this.delivery.now();
    const missed = this.resume.complete(gap, socket.data);
    if (this.people.add(socket, this.state)) {
      const role = this.people.person(userId, this.state).role;
      this.rows.set(userId, this.around.attendance.arrived({ sessionId: this.sessionId, userId, role }));
    }
    const attendee = this.people.here.get(userId);
    if (attendee) this.welcomes.letIn(socket, attendee, missed, hostAwaySince);
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
    const gap = await this.gapAfter(since, socket);
    this.delivery.now();
    const attendee = this.people.here.get(socket.data.userId);
    return attendee && this.welcomes.of(attendee, this.resume.complete(gap, socket.data));
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
    if (this.log.isOpen && seq > this.state.seq) await this.readOn();
  }

  /** Compares memory with where the log ends. */
  async compare({ seq, at }: Head): Promise<void> {
    if (this.log.isOpen && (seq !== this.state.seq || at !== this.state.at)) await this.readOn();
  }

  private async readOn(): Promise<void> {
    // What is under way finds out by itself that the log is another, and is decided anew.
    if ((await this.log.catchUp()) || !this.pipeline.isIdle) return;
    await this.log.reread();
    this.toldAnew();
  }

  /** Who is here by way of other servers has been read anew. */
  async setElsewhere(people: ReadonlyMap<Id, string>): Promise<void> {
    this.lastHeard = people;
    // Nobody is announced before their name is known, nor by one that they had before.
    const known = [...people].every(([id, name]) => this.people.isCalled(id, name));
    if (!known && !(await this.membership.learn())) return;
    if (this.lastHeard !== people) return;
    this.people.elsewhere = new Set(people.keys());
    this.presence.changed();
  }

  /**
   * Somebody's role or name in the lab has changed; whoever it concerns gets the state that they may read now. False
   * where that could not be read.
   */
  async membersChanged(): Promise<boolean> {
    if (!(await this.membership.learn())) return false;
    this.delivery.now();
    this.welcomes.rePlace();
    this.presence.changed();
    return true;
  }

  /** Says goodbye to a person's every tab here (or to those that are meant), and disconnects them. */
  cut(userId: Id, why: Goodbye, meant?: (socket: LiveSocket) => boolean): void {
    this.welcomes.cut(userId, why, meant);
  }

  /** Says goodbye to everybody here. */
  cutAll(why: Goodbye): void {
    for (const userId of [...this.people.here.keys()]) this.cut(userId, why);
  }

  /** Stops taking commands, answers those that wait, and keeps what makes the next opening quick. */
  async close(): Promise<void> {
    await this.pipeline.close();
    this.presence.stop();
    this.delivery.now();
    await this.snapshots.close();
  }

  private async firstOpening(): Promise<SessionFrame> {
    const frame = await this.log.open();
    const [authors] = await Promise.all([authorsIn(this.sessionId), this.membership.read()]);
    this.people.name([...namedIn(this.state), ...authors]);
    this.delivery.skip();
    return frame;
  }

  private onEvents(events: readonly SessionEvent[]): void {
    this.words.note(events);
    this.snapshots.note(events);
    this.people.name(namedBy(events));
    this.delivery.soon();
  }

  /** What was told so far is void. */
  private toldAnew(): void {
    this.delivery.skip();
    this.words.forget();
    this.welcomes.everyoneAnew();
  }

  serverTime(): string {
    return new Date(this.around.clock.now()).toISOString();
  }

  /** Their role, their membership or a guest's link may have changed or ended since the handshake. */
  private async stillStands(socket: LiveSocket): Promise<boolean> {
    const { guest, userId } = socket.data;
    if (!this.people.isAsKnown(socket) && !(await this.membersChanged())) throw new Error('Their role is not known.');
    if (!this.people.isKnown(userId)) return false;
    return !guest || (await guestOf(this.sessionId, userId)) !== undefined;
  }

  private async gapAfter(since: number | undefined, { data }: LiveSocket): Promise<Gap | undefined> {
    await this.open();
    // They come from a server that knew more: nobody is sent back in time.
    if (since !== undefined) await this.hear(since);
    return this.resume.gap(since, data);
  }

  private hostIsBack(): void {
    if (this.state.standIn) this.pipeline.enter({ system: hostReturned, reply: () => undefined });
  }

  private toAll() {
    return this.around.live.local.to([audience.hosts(this.sessionId), audience.room(this.sessionId)]);
  }
}
