const APART_MS = 150;
const AT_ONCE = 3;
/** As much as one step may take until it is drawn, going by the last one. */
const DRAW_MS = 40;

interface Store<T> {
  subscribe: (listener: () => void) => () => void;
  read: () => readonly T[];
}

interface Clock {
  now: () => number;
  /** Runs something later; gives what stops that. */
  later: (run: () => void, ms: number) => () => void;
}

/**
 * So many of those that wait are shown in one step: few, so that no frame takes long, but a seventh of a long backlog, where
 * the device draws that many in time, and in any case a thirtieth of what came at once: whoever was away for long isn't kept
 * waiting for longer. `each`: how long one of the last step took, in ms.
 */
function stepOf(waiting: number, atOnce: number, each: number): number {
  const inTime = Math.min(Math.ceil(waiting / 7), Math.floor(DRAW_MS / each));
  return Math.max(AT_ONCE, Math.ceil(atOnce / 30), inTime);
}

interface Gradual<T> extends Store<T> {
  /** Told of each list that came to the screen: until the last one given has, the list grows no further. */
  drew: (list: readonly T[]) => void;
}

/**
 * A list of a store as it is to be shown: what it grows by at its end comes at most every 150 ms and a few at a time, and only once
 * what came before is drawn, so that in a flood no frame takes long, on a slow device neither, and what is typed meanwhile goes
 * first. Everything else is shown at once: the first after a pause, a change of what stands there, another list, and what is
 * `urgent`, with all before it.
 */
export function gradual<T extends { id: string }>(
  { subscribe, read }: Store<T>,
  urgent: (one: T) => boolean,
  clock: Clock,
): Gradual<T> {
  const listeners = new Set<() => void>();
  let whole: readonly T[] = read();
  let shown = whole;
  let drawn: readonly T[] | undefined;
  let grewAt = -Infinity;
  let grewBy = 0;
  let each = 0;
  /** The most that came at once of those that wait. */
  let atOnce = 0;
  let stop: (() => void) | undefined;

  const grow = (count: number) => {
    grewBy = Math.min(count, whole.length) - shown.length;
    shown = count < whole.length ? whole.slice(0, count) : whole;
    grewAt = clock.now();
    if (shown === whole) atOnce = 0;
  };
  const step = () => grow(shown.length + stepOf(whole.length - shown.length, atOnce, each));
  const schedule = () => {
    if (shown.length === whole.length || drawn !== shown) return;
    stop ??= clock.later(more, Math.max(grewAt + APART_MS - clock.now(), 0));
  };
  const more = () => {
    stop = undefined;
    if (shown.length === whole.length || drawn !== shown) return;
    step();
    for (const listener of [...listeners]) listener();
  };
  /** Whether a list begins with what is shown, changed or not; there is no telling where nothing is. */
  const goesOn = (list: readonly T[]) =>
    shown.length > 0 && list.length >= shown.length && shown.every(({ id }, at) => list[at]?.id === id);

  return {
    subscribe: (listener) => {
      const stopHearing = subscribe(listener);
      listeners.add(listener);
      schedule();
      return () => {
        stopHearing();
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
    read: () => {
      const now = read();
      if (now === whole) return shown;
      atOnce = Math.max(atOnce, now.length - whole.length);
      whole = now;
      const another = !goesOn(now);
      if (another || now.slice(shown.length).some(urgent)) {
        grow(now.length);
        if (another) grewBy = 0;
        return shown;
      }
      if (shown.some((one, at) => one !== now[at])) shown = now.slice(0, shown.length);
      if (drawn === shown && clock.now() - grewAt >= APART_MS) step();
      schedule();
      return shown;
    },
    drew: (list) => {
      drawn = list;
      if (drawn === shown && grewBy > 0) {
        each = (clock.now() - grewAt) / grewBy;
        grewBy = 0;
      }
      schedule();
    },
  };
}
