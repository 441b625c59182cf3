import type { Id } from '@/domain/session';
import type { SignedOut } from '../face';
import type { LiveNamespace } from './deliver';

/** What servers tell each other. The log itself never travels: each reads it for itself. */
export type Ring =
  | { kind: 'grown'; logs: { sessionId: Id; seq: number }[] }
  | { kind: 'presence'; sessionIds: Id[] }
  | { kind: 'typing'; sessionId: Id; userId: Id }
  | { kind: 'members'; labId: Id }
  | { kind: 'sharing' | 'meeting'; labId: Id }
  | { kind: 'removed'; labId: Id; userId: Id }
  | { kind: 'archived'; labId: Id }
  | { kind: 'signed_out'; userId: Id; which: SignedOut };

/** Rings at the other servers, where there is a way to them. Without one they notice within two seconds. */
export class Doorbell {
  constructor(
    private readonly live: LiveNamespace,
    private readonly connected: boolean,
  ) {}

  ring(message: Ring): void {
    if (this.connected) this.emitter().serverSideEmit('ring', message);
  }

  onRing(hear: (message: Ring) => void): void {
    if (this.connected) this.emitter().on('ring', hear);
  }

  /** The namespace seen as what carries messages between servers. */
  private emitter() {
    return this.live as unknown as {
      serverSideEmit: (name: 'ring', message: Ring) => void;
      on: (name: 'ring', hear: (message: Ring) => void) => void;
    };
  }
}
