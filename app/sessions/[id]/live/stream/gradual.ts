const APART_MS = 100;
const AT_ONCE = 3;

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
 * A list of a store as it is to be shown: what only grows at its end grows at most every 100 ms and by a few at a time, so that
 * in a flood no frame takes long and what is typed meanwhile goes first. Anything else is shown at once: the first after a
 * pause, another list, a change of what stands there, and what is `urgent`.
 */
export function gradual<T>({ subscribe, read }: Store<T>, urgent: (one: T) => boolean, clock: Clock): Store<T> {
  const listeners = new Set<() => void>();
  let whole: readonly T[] = read();
  let shown = whole;
  let grewAt = -Infinity;
  let stop: (() => void) | undefined;

  const show = (list: readonly T[]) => {
    shown = list;
    grewAt = clock.now();
  };
  const grow = () => {
    show(shown.length + AT_ONCE < whole.length ? whole.slice(0, shown.length + AT_ONCE) : whole);
  };
  const schedule = () => {
    if (shown.length < whole.length) stop ??= clock.later(more, Math.max(grewAt + APART_MS - clock.now(), 0));
  };
  const more = () => {
    stop = undefined;
    if (shown.length === whole.length) return;
    grow();
    schedule();
    for (const listener of [...listeners]) listener();
  };

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
      const grown = now.length > shown.length && shown.every((one, at) => one === now[at]);
      whole = now;
      if (!grown || now.slice(shown.length).some(urgent)) show(now);
      else if (clock.now() - grewAt >= APART_MS) grow();
      schedule();
      return shown;
    },
  };
}
