import { describe, expect, it } from 'vitest';
import { gradual } from '@/app/sessions/[id]/live/stream/gradual';

/** A list that others add to, on a clock that stands until it is moved on. */
interface Word {
  id: string;
  text: string;
}

function stream(first: readonly Word[] = []) {
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
    ({ id }) => id.startsWith('mine'),
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
  let slow = false;
  const draw = () => shown.drew(shown.read());
  const drawn = () => {
    if (!slow) draw();
  };
  draw();
  return {
    shown,
    seen,
    stop,
    timers: () => timers.length,
    draw,
    /** From here on nothing comes to the screen but by `draw`. */
    slows: () => {
      slow = true;
    },
    becomes: (next: readonly Word[]) => {
      list = next;
      for (const listener of [...listeners]) listener();
      drawn();
    },
    pass: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      drawn();
    },
  };
}

const all = Array.from({ length: 1100 }, (_, at): Word => ({ id: `w${at}`, text: `Said ${at}` }));
const words = (count: number) => all.slice(0, count);
const mine: Word = { id: 'mine', text: 'Said by me' };

describe('a stream that grows', () => {
  it('shows what stands there whole, and the first thing after a pause at once', () => {
    const { shown, becomes, pass } = stream(words(50));
    expect(shown.read()).toHaveLength(50);
    pass(1000);
    becomes(words(51));
    expect(shown.read()).toHaveLength(51);
  });

  it('grows at most every 150 ms in a flood, and loses nothing', () => {
    const { shown, becomes, pass, seen } = stream(words(1));
    pass(1000);
    for (let count = 2; count <= 20; count += 1) {
      becomes(words(count));
      pass(10);
    }
    for (let more = 0; more < 6; more += 1) pass(150);
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
    pass(150);
    expect(shown.read()).toEqual(words(2));
  });

  it('takes many at once in small steps, and long backlogs within seconds', () => {
    const { shown, becomes, pass } = stream(words(1));
    pass(1000);
    becomes(words(11));
    expect(shown.read()).toHaveLength(4);
    pass(150);
    expect(shown.read()).toHaveLength(7);
    becomes(words(1001));
    let steps = 0;
    for (; shown.read().length < 1001; steps += 1) pass(150);
    expect(steps * 150).toBeLessThan(5000);
  });

  it('takes no larger steps than the device has drawn in time', () => {
    const { shown, becomes, pass, draw, slows } = stream(words(1));
    pass(1000);
    becomes(words(82));
    slows();
    /** Draws what comes, each taking so long, and tells how much that was. */
    const steps = (count: number, ms: number) =>
      Array.from({ length: count }, () => {
        const before = shown.read().length;
        pass(150);
        const grew = shown.read().length - before;
        pass(grew * ms);
        draw();
        return grew;
      });
    expect(steps(1, 20)[0], 'a seventh, for all that is known of it').toBe(10);
    expect(steps(3, 20)).toEqual([3, 3, 3]);
    expect(steps(2, 4)).toEqual([3, 7]);
  });

  it('on a slow device too shows hundreds that waited within some seconds', () => {
    const { shown, becomes, pass, draw, slows } = stream(words(1));
    pass(1000);
    slows();
    becomes(words(301));
    let passed = 0;
    while (shown.read().length < 301) {
      const before = shown.read().length;
      draw();
      pass(150);
      const ms = 40 + (shown.read().length - before);
      pass(ms);
      passed += 150 + ms;
    }
    expect(passed).toBeLessThan(12_000);
  });

  it('on a slow device takes no larger steps because a flood has left it behind', () => {
    const { shown, becomes, pass, draw, slows } = stream(words(1));
    pass(1000);
    slows();
    let largest = 0;
    for (let said = 2; said <= 300; said += 2) {
      const before = shown.read().length;
      becomes(words(said));
      if (said % 12 === 0) draw();
      pass(100);
      largest = Math.max(largest, shown.read().length - before);
    }
    expect(shown.read().length, 'it is behind').toBeLessThan(150);
    expect(largest).toBe(3);
  });

  it('grows no further before what came is drawn, however long that takes', () => {
    const { shown, becomes, pass, draw, slows, timers } = stream(words(1));
    pass(1000);
    slows();
    becomes(words(20));
    const first = shown.read();
    expect(first).toHaveLength(4);
    pass(1000);
    becomes(words(30));
    pass(1000);
    expect(shown.read()).toBe(first);
    expect(timers()).toBe(0);
    draw();
    pass(0);
    expect(shown.read()).toHaveLength(7);
  });

  it('takes a change of what stands there also while nothing is drawn, and grows on from it', () => {
    const { shown, becomes, pass, draw, slows } = stream(words(3));
    pass(1000);
    slows();
    becomes(words(20));
    draw();
    pass(50);
    const [first, , ...rest] = words(20);
    const changed = [first!, { id: 'w1', text: 'Edited' }, ...rest];
    becomes(changed);
    expect(shown.read()).toEqual(changed.slice(0, 6));
    pass(150);
    expect(shown.read()).toHaveLength(6);
    draw();
    pass(0);
    expect(shown.read()).toEqual(changed.slice(0, 9));
  });

  it('shows one’s own words at once, with all before them', () => {
    const { shown, becomes, pass } = stream();
    pass(1000);
    becomes(words(1));
    becomes([...words(9), mine]);
    expect(shown.read()).toHaveLength(10);
  });

  it('shows a change of what stands there at once, and what waits behind it in its turn', () => {
    const { shown, becomes, pass } = stream(words(3));
    pass(1000);
    becomes(words(4));
    const edited = { id: 'w1', text: 'Edited' };
    const [first, , ...rest] = words(40);
    becomes([first!, edited, ...rest]);
    expect(shown.read()).toEqual([first!, edited, ...rest].slice(0, 4));
    pass(150);
    expect(shown.read()).toEqual([first!, edited, ...rest].slice(0, 10));
  });

  it('shows another list at once, also where nothing stood before', () => {
    const { shown, becomes, pass } = stream(words(3));
    pass(1000);
    becomes([]);
    expect(shown.read()).toEqual([]);
    becomes(words(30));
    expect(shown.read()).toEqual(words(30));
    becomes(all.slice(50, 90));
    expect(shown.read()).toEqual(all.slice(50, 90));
  });

  it('holds no timer once nobody looks', () => {
    const { becomes, shown, pass, stop, timers } = stream(words(1));
    pass(1000);
    becomes(words(9));
    shown.read();
    expect(timers()).toBe(1);
    stop();
    expect(timers()).toBe(0);
  });
});
