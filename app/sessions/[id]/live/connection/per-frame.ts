/** Has a listener told of changes; gives what stops that. */
export type Subscribe = (listener: () => void) => () => void;

const BACKGROUND_MS = 250;

/**
 * The same changes, told to all at once and once a frame: in a flood of events the page draws as often as it can be seen.
 * With `apartMs`, what follows a change at once waits that long, and is told together: each telling has its price.
 * A page in the background has no frames; its title and its announcements come a moment later.
 */
export function perFrame(subscribe: Subscribe, apartMs = 0): Subscribe {
  const listeners = new Set<() => void>();
  let due: (() => void) | undefined;
  let stop: (() => void) | undefined;
  let told = -Infinity;

  const tell = () => {
    due?.();
    due = undefined;
    told = performance.now();
    for (const listener of [...listeners]) listener();
  };
  const nextFrame = () => {
    const frame = requestAnimationFrame(tell);
    const timer = setTimeout(tell, BACKGROUND_MS);
    due = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  };
  const changed = () => {
    if (due) return;
    const wait = told + apartMs - performance.now();
    if (wait <= 0) return nextFrame();
    const timer = setTimeout(nextFrame, wait);
    due = () => clearTimeout(timer);
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
