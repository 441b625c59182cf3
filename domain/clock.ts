/**
 * The timer of a phase is a fact, not a tick: the instant at which it ends, or what was left when it was paused.
 * All durations are in ms, all instants in ms since the epoch. Below zero is time over.
 */
export type Timer = { endsAt: number } | { leftMs: number };

/** A phase that is returned to has at least this much. */
export const SHORTEST_RETURN_MS = 60_000;

/** What is left now; negative once time is over. */
export function leftOf(timer: Timer, now: number): number {
  return 'endsAt' in timer ? timer.endsAt - now : timer.leftMs;
}

/** Stops the clock, keeping what is left. A paused timer stays as it is. */
export function paused(timer: Timer, now: number): Timer {
  return 'leftMs' in timer ? timer : { leftMs: leftOf(timer, now) };
}

/** Lets the clock run on from what was left. A running timer stays as it is. */
export function resumed(timer: Timer, now: number): Timer {
  return 'endsAt' in timer ? timer : { endsAt: now + timer.leftMs };
}

/** Adds time: to the end, or from now on when time is already over. */
export function extended(timer: Timer, ms: number, now: number): Timer {
  const left = Math.max(leftOf(timer, now), 0) + ms;
  return 'endsAt' in timer ? { endsAt: now + left } : { leftMs: left };
}

/** What a phase starts with: its full length, or, when returned to, what was left and a minute at least. */
export function phaseTime(fullMs: number, leftBefore: number | undefined): number {
  return leftBefore === undefined ? fullMs : Math.max(leftBefore, SHORTEST_RETURN_MS);
}

/** `6:42`, `0:09`, and `+1:05` once time is over; counts up in whole seconds. */
export function clockText(leftMs: number): string {
  const seconds = leftMs >= 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return leftMs < 0 && seconds > 0 ? `+${text}` : text;
}
