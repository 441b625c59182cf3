import type { Logger } from 'pino';
import { peopleOf } from '@/db/session-access';
import type { People } from './people';
import type { RoomLog } from './room-log';

/** Who belongs to a room, read anew whenever that may have changed. */
export class RoomMembership {
  private learning = Promise.resolve(true);

  constructor(
    private readonly log: RoomLog,
    private readonly people: People,
    private readonly logger: Logger,
  ) {}

  /** One reading after the other: an older one never undoes what a newer one has told. False where that failed. */
  learn(): Promise<boolean> {
    return (this.learning = this.learning.then(() => this.tryToRead()));
  }

  /** Throws when the database can't be reached. */
  async read(): Promise<void> {
    const { labId } = await this.log.open();
    this.people.setMembers(await peopleOf(labId, this.log.sessionId));
  }

  private async tryToRead(): Promise<boolean> {
    try {
      await this.read();
      return true;
    } catch (error) {
      this.logger.warn({ err: error }, "a lab's people could not be read");
      return false;
    }
  }
}
