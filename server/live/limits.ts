import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Id } from '@/domain/session';

const QUESTIONS = { points: 60, duration: 10 };
const TYPING_EVERY_MS = 900;

/** How much one person may send to this process, over all their tabs. */
export class Limits {
  private readonly commands: RateLimiterMemory;
  private readonly questions = new RateLimiterMemory(QUESTIONS);
  private readonly typed = new WeakMap<object, number>();

  constructor({ count, seconds }: { count: number; seconds: number }) {
    this.commands = new RateLimiterMemory({ points: count, duration: seconds });
  }

  /** Whether one more command is within the rate. */
  command(userId: Id): Promise<boolean> {
    return allows(this.commands, userId);
  }

  /** Whether one more `sync` or `turn` is within the rate. */
  question(userId: Id): Promise<boolean> {
    return allows(this.questions, userId);
  }

  /** Whether this socket's typing is worth passing on again. */
  typing(socket: object): boolean {
    const now = performance.now();
    if (now - (this.typed.get(socket) ?? -Infinity) < TYPING_EVERY_MS) return false;
    this.typed.set(socket, now);
    return true;
  }
}

function allows(limiter: RateLimiterMemory, userId: Id): Promise<boolean> {
  return limiter.consume(userId).then(
    () => true,
    () => false,
  );
}
