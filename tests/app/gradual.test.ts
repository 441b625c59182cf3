import { describe, expect, it } from 'vitest';
import { gradual } from '@/app/sessions/[id]/live/stream/gradual';

/** A list that others add to, on a clock that stands until it is moved on. */
function stream(first: readonly string[] = []) {
  let list = first;
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const listeners = new Set<() => void>();
  const shown = gradual(
    {
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      read: () => list,
    },
    (one) => one.startsWith('mine'),
    {
      now: () => now,
      later: (run, ms) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
  );
  const seen: number[] = [];
  const stop = shown.subscribe(() => seen.push(shown.read().length));
  return {
    shown,
    seen,
    stop,
    timers: () => timers.length,
    becomes: (next: readonly string[]) => {
      list = next;
      for (const listener of [...listeners]) listener();
    },
    pass: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
}

const words = (count: number) => Array.from({ length: count }, (_, at) => `w${at}`);

describe('a stream that grows', () => {
  it('shows what stands there whole, and the first thing after a pause at once', () => {
    const { shown, becomes, pass } = stream(words(50));
    expect(shown.read()).toHaveLength(50);
    pass(1000);
    becomes(words(51));
    expect(shown.read()).toHaveLength(51);
  });

  it('grows at most every 100 ms in a flood, and loses nothing', () => {
    const { shown, becomes, pass, seen } = stream();
    pass(1000);
    for (let count = 1; count <= 20; count += 1) {
      becomes(words(count));
      pass(10);
    }
    for (let more = 0; more < 6; more += 1) pass(100);
    expect(shown.read()).toEqual(words(20));
    expect(new Set(seen).size).toBeLessThan(10);
  });

  it('gives the same list until it shows another', () => {
    const { shown, becomes, pass } = stream();
    pass(1000);
    becomes(words(1));
    const before = shown.read();
    becomes(words(2));
    expect(shown.read()).toBe(before);
    pass(100);
    expect(shown.read()).toEqual(words(2));
  });

  it('takes many at once in small steps', () => {
    const { shown, becomes, pass } = stream();
    pass(1000);
    becomes(words(10));
    expect(shown.read()).toHaveLength(3);
    pass(100);
    expect(shown.read()).toHaveLength(6);
    for (const more of [9, 10]) {
      pass(100);
      expect(shown.read()).toHaveLength(more);
    }
  });

  it('shows one’s own words at once, with all before them', () => {
    const { shown, becomes, pass } = stream();
    pass(1000);
    becomes(words(1));
    becomes([...words(9), 'mine']);
    expect(shown.read()).toHaveLength(10);
  });

  it('shows a change, or another list, at once', () => {
    const { shown, becomes, pass } = stream(words(3));
    pass(1000);
    becomes(words(4));
    becomes(['w0', 'edited', 'w2', 'w3', 'w4']);
    expect(shown.read()).toEqual(['w0', 'edited', 'w2', 'w3', 'w4']);
    becomes([]);
    expect(shown.read()).toEqual([]);
  });

  it('holds no timer once nobody looks', () => {
    const { becomes, shown, pass, stop, timers } = stream();
    pass(1000);
    becomes(words(9));
    shown.read();
    expect(timers()).toBe(1);
    stop();
    expect(timers()).toBe(0);
  });
});
