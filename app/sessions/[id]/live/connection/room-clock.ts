/** One answer of the server's clock: when it was asked and received on the local monotonic clock, and what it said. */
interface Sample {
  roundTripMs: number;
  /** Server time minus the monotonic clock, in ms. */
  offsetMs: number;
}

const KEPT = 8;

/**
 * The server's clock as this device can know it. It rests on the monotonic clock, so that a device whose time of day is wrong,
 * or set meanwhile, shows the same timer as everyone.
 */
export class RoomClock {
  #samples: Sample[] = [];
  #offsetMs: number | undefined;
  readonly #monotonic: () => number;

  constructor(monotonic: () => number = () => performance.now()) {
    this.#monotonic = monotonic;
  }

  /** Whether the server's time is known at all. */
  get known(): boolean {
    return this.#offsetMs !== undefined;
  }

  /** The monotonic instant, for `heard`. */
  tick(): number {
    return this.#monotonic();
  }

  /** Takes in an answer; the one with the shortest round trip of the last few counts. */
  heard(serverTimeMs: number, askedAt: number, receivedAt: number = this.#monotonic()): void {
    const roundTripMs = receivedAt - askedAt;
    const offsetMs = serverTimeMs - (askedAt + roundTripMs / 2);
    this.#samples = [...this.#samples, { roundTripMs, offsetMs }].slice(-KEPT);
    this.#offsetMs = this.#samples.reduce((best, one) => (one.roundTripMs < best.roundTripMs ? one : best)).offsetMs;
  }

  /** Forgets old answers, as after a sleep during which the monotonic clock may have stood. */
  forget(): void {
    this.#samples = [];
  }

  /** Now on the server's clock, ms since the epoch. */
  now(): number {
    return this.#monotonic() + (this.#offsetMs ?? 0);
  }
}
