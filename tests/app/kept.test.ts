import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptOnDevice } from '@/app/sessions/[id]/live/connection/kept';
import { begunIn } from '@/app/sessions/[id]/live/stream/use-begun-answers';

const NAME = 'draft/composer';
const page = new EventTarget();
let device: Map<string, string>;
/** What the page finds when it is opened again. */
const afterReload = () => keptOnDevice('u', 's').read<string>(NAME);

beforeEach(() => {
  vi.useFakeTimers();
  device = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  });
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is written with each key', () => {
  it('is read back at once, and is on the device a moment later', () => {
    const kept = keptOnDevice('u', 's');
    const told: string[] = [];
    kept.subscribe((name) => told.push(name));
    for (const text of ['W', 'Wh', 'Who']) kept.writeSoon(NAME, text);
    expect(kept.read(NAME)).toBe('Who');
    expect(told).toEqual([NAME, NAME, NAME]);
    vi.advanceTimersByTime(250);
    expect(afterReload()).toBe('Who');
  });

  it('is on the device when the page goes, however soon', () => {
    const kept = keptOnDevice('u', 's');
    for (const text of ['Who', 'Who would have to read it']) {
      kept.writeSoon(NAME, text);
      page.dispatchEvent(new Event('pagehide'));
      expect(afterReload()).toBe(text);
    }
  });

  it('does not come back once it was sent, or written in another tab since', () => {
    const kept = keptOnDevice('u', 's');
    kept.writeSoon(NAME, 'sent');
    kept.remove(NAME);
    vi.advanceTimersByTime(250);
    expect(afterReload()).toBeUndefined();

    kept.writeSoon(NAME, 'here');
    keptOnDevice('u', 's').write(NAME, 'there');
    kept.forget(NAME);
    vi.advanceTimersByTime(250);
    expect(afterReload()).toBe('there');
    expect(kept.read(NAME)).toBe('there');
  });
});

it('keeps words that were sent at once', () => {
  const kept = keptOnDevice('u', 's');
  kept.writeSoon(NAME, 'begun');
  kept.write(NAME, 'on its way');
  expect(afterReload()).toBe('on its way');
});

it('knows which answers are begun, of which one that was emptied again is none', () => {
  const kept = keptOnDevice('u', 's');
  for (const [id, body] of [
    ['b', 'Yes, and'],
    ['a', 'No'],
    ['c', ''],
  ])
    kept.writeSoon(`draft/answer-to/${id}`, { body, turnId: 't' });
  expect(begunIn(kept)).toEqual(['a', 'b']);
});
