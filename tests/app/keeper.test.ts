import { redirect } from 'next/navigation';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Keeper } from '@/app/deal/keeper';
import { localPath } from '@/app/local-path';

class Device {
  readonly held = new Map<string, string>();
  getItem = (key: string) => this.held.get(key) ?? null;
  setItem = (key: string, value: string) => void this.held.set(key, value);
  removeItem = (key: string) => void this.held.delete(key);
}

const text = (stored: unknown) => (typeof stored === 'string' ? stored : undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is being written', () => {
  test('is on the device at once, and at the lab after a pause', async () => {
    const storage = new Device();
    const save = vi.fn(async () => true);
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save, storage });
    keeper.set('a');
    keeper.set('ab');
    expect(JSON.parse(storage.held.get('k')!)).toEqual({ value: 'ab', sent: false });
    expect(save).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(save.mock.calls).toEqual([['ab']]);
    expect(keeper.state().kept).toBe('kept');
  });

  test('comes back after a reload, and goes to the lab then', async () => {
    const storage = new Device();
    new Keeper({ key: 'k', initial: '', parse: text, save: async () => false, storage }).set('mine');
    const save = vi.fn(async () => true);
    const again = new Keeper({ key: 'k', initial: 'older, from the lab', parse: text, save, storage });
    expect(again.state().value).toBe('mine');
    await vi.advanceTimersByTimeAsync(2000);
    expect(save).toHaveBeenCalledWith('mine');
  });

  test('gives way to the lab where the lab has had it', async () => {
    const storage = new Device();
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save: async () => true, storage });
    keeper.set('mine');
    await vi.advanceTimersByTimeAsync(2000);
    const again = new Keeper({ key: 'k', initial: 'newer, from another device', parse: text, storage });
    expect(again.state().value).toBe('newer, from another device');
  });

  test('tries again while the lab is away', async () => {
    let away = true;
    const save = vi.fn(async () => {
      if (away) throw new Error('offline');
      return true;
    });
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save, storage: new Device() });
    keeper.set('kept');
    await vi.advanceTimersByTimeAsync(2000);
    expect(keeper.state()).toEqual({ value: 'kept', kept: 'local' });
    away = false;
    await vi.advanceTimersByTimeAsync(11_000);
    expect(keeper.state().kept).toBe('kept');
  });

  test('goes to the lab no more from a page where one was led to sign in, and waits on the device', async () => {
    const storage = new Device();
    const save = vi.fn(async () => redirect('/sign-in'));
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save, storage });
    keeper.set('mine');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(JSON.parse(storage.held.get('k')!)).toEqual({ value: 'mine', sent: false });
  });

  test('that changed on its way is sent again', async () => {
    const sent: string[] = [];
    let arrived = () => {};
    const save = (value: string) =>
      new Promise<boolean>((resolve) => {
        sent.push(value);
        arrived = () => resolve(true);
      });
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save, storage: new Device() });
    keeper.set('one');
    const done = keeper.keep();
    keeper.set('two');
    arrived();
    await vi.advanceTimersByTimeAsync(0);
    arrived();
    expect(await done).toBe(true);
    expect(sent).toEqual(['one', 'two']);
  });

  test('is forgotten once it is where it belongs', async () => {
    const storage = new Device();
    const save = vi.fn(async () => true);
    const keeper = new Keeper({ key: 'k', initial: '', parse: text, save, storage });
    keeper.set('done');
    keeper.forget();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(save).not.toHaveBeenCalled();
    expect(storage.held.size).toBe(0);
  });

  test('that this device holds in no readable form is left', () => {
    const storage = new Device();
    storage.setItem('k', '{nonsense');
    expect(new Keeper({ key: 'k', initial: 'x', parse: text, storage }).state().value).toBe('x');
  });
});

test('a way back leads nowhere but here', () => {
  expect(localPath('/labs/a?b=c#d')).toBe('/labs/a?b=c#d');
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    '/x/..//evil.example/a',
    '/%2e//evil.example',
    'https://evil.example',
    'javascript:1',
    undefined,
  ]) {
    expect(localPath(path)).toBe('/');
  }
});
