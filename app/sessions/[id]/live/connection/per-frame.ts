/** Has a listener told of changes; gives what stops that. */
export type Subscribe = (listener: () => void) => () => void;

const BACKGROUND_MS = 250;

/**
 * The same changes, told to all at once and once a frame: in a flood of events the page draws as often as it can be seen.
 * A page in the background has no frames; its title and its announcements come a moment later.
 */
export function perFrame(subscribe: Subscribe): Subscribe {
  const listeners = new Set<() => void>();
  let due: (() => void) | undefined;
  let stop: (() => void) | undefined;

  const tell = () => {
    due?.();
    due = undefined;
    for (const listener of [...listeners]) listener();
  };
  const changed = () => {
    if (due) return;
    const frame = requestAnimationFrame(tell);
    const timer = setTimeout(tell, BACKGROUND_MS);
    due = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  };
  return (listener) => {
    if (listeners.size === 0) stop = subscribe(changed);
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.();
      due?.();
      due = undefined;
    };
  };
}
