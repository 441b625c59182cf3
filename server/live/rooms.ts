import { presentElsewhere } from '@/db/attendance';
import { accessTo } from '@/db/session-access';
import { headsOf } from '@/db/session-log';
import type { Id } from '@/domain/session';
import { counted } from './metrics';
import { Room } from './room';
import type { RoomSurroundings } from './surroundings';

const COMPARE_EVERY_MS = 2_000;
/** A room that nobody has used for this long is let go of. */
const IDLE_MS = 60_000;

/** The rooms that this process holds in memory. */
export class Rooms {
  private readonly open = new Map<Id, Room>();
  private comparing: Promise<void> | undefined;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly around: RoomSurroundings) {
    this.timer = setInterval(() => void this.compare(), COMPARE_EVERY_MS).unref();
  }

  /** The session's room, made if there is none. Nothing is read yet. */
  of(sessionId: Id): Room {
    let room = this.open.get(sessionId);
    if (!room) this.open.set(sessionId, (room = new Room(sessionId, this.around)));
    room.usedAt = performance.now();
    return room;
  }

  all(): Room[] {
    return [...this.open.values()];
  }

  /** Somebody says that logs have grown. */
  heard(grown: readonly { sessionId: Id; seq: number }[]): void {
    for (const { sessionId, seq } of grown) {
      this.noted(this.open.get(sessionId)?.hear(seq));
    }
  }

  /** Somebody came or went by way of another server. */
  async heardPresence(sessionIds: readonly Id[]): Promise<void> {
    await this.readPresence(sessionIds.filter((id) => this.open.has(id))).catch((error: unknown) =>
      this.around.logger.warn({ err: error }, 'who is at other servers could not be read'),
    );
  }

  /** Compares the heads of all open rooms with their logs, and who is there with what other servers say. */
  compare(): Promise<void> {
    this.comparing ??= this.compareAll()
      .catch((error: unknown) => this.around.logger.warn({ err: error }, 'the rooms could not be compared'))
      .finally(() => (this.comparing = undefined));
    return this.comparing;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.comparing;
    await Promise.all(this.all().map((room) => room.close()));
    this.open.clear();
  }

  private async compareAll(): Promise<void> {
    this.letGo();
    const ids = [...this.open.keys()];
    if (ids.length === 0) return;
    const heads = await headsOf(ids);
    for (const [sessionId, head] of heads) this.noted(this.open.get(sessionId)?.compare(head));
    await this.readPresence(ids);
    await this.checkAccess();
  }

  private noted(reading: Promise<void> | undefined): void {
    reading?.catch((error: unknown) => this.around.logger.warn({ err: error }, 'a log could not be read on'));
  }

  /** Whoever was removed or signed out by way of another server is cut here too. */
  private async checkAccess(): Promise<void> {
    const here = this.all().flatMap(({ sessionId, people }) =>
      [...people.here].flatMap(([userId, { sockets }]) =>
        [...new Set([...sockets].map(({ data }) => data.signInId))].map((signInId) => ({
          sessionId,
          userId,
          signInId,
        })),
      ),
    );
    const access = await accessTo(here);
    const changed = new Set<Room>();
    for (const { sessionId, userId, signInId, signedIn, name, role, archived } of access) {
      const room = this.open.get(sessionId);
      const attendee = room?.people.here.get(userId);
      if (!room || !attendee) continue;
      if (!signedIn) room.cut(userId, 'signed_out', ({ data }) => data.signInId === signInId);
      if (role === null) room.cut(userId, 'removed_from_lab');
      else if (archived) room.cut(userId, 'archived');
      else if (role !== attendee.labRole || name !== attendee.name) changed.add(room);
    }
    for (const room of changed) await room.membersChanged();
  }

  private async readPresence(ids: readonly Id[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await presentElsewhere([...ids], this.around.attendance.rows);
    for (const id of ids) {
      const there = rows.filter(({ sessionId }) => sessionId === id);
      await this.open.get(id)?.setElsewhere(new Map(there.map(({ userId, name }) => [userId, name])));
    }
  }

  private letGo(): void {
    const now = performance.now();
    for (const [id, room] of this.open) {
      if (!room.isIdle || now - room.usedAt < IDLE_MS) continue;
      this.open.delete(id);
      void room.close();
    }
    counted.rooms.set(this.open.size);
  }
}
