const MINUTE_MS = 60_000;

/**
 * What is undone so soon is told to nobody: half a minute for a change of sessions, ten for one of the whole lab. Where
 * something is near it is told sooner (`toldAt`): of sessions at once.
 */
export const SLIP_MS = { sessions: MINUTE_MS / 2, lab: 10 * MINUTE_MS };
/** Nobody waits so long to hear of what begins this soon. */
const NEAR_MS = { sessions: 10 * MINUTE_MS, lab: 2 * 60 * MINUTE_MS };
const NEAR_SLIP_MS = { sessions: 0, lab: MINUTE_MS };

/**
 * From when on members are told of a change that was made at `changedAt`; `firstAt` is the first of the instants at which
 * something was to begin, or is to now. All in ms since the epoch.
 */
export function toldAt(what: keyof typeof SLIP_MS, changedAt: number, firstAt = Infinity): number {
  const near = firstAt - changedAt <= NEAR_MS[what];
  return changedAt + (near ? NEAR_SLIP_MS : SLIP_MS)[what];
}
