import { expect, test } from 'vitest';
import { Keeper } from '@/app/deal/keeper';
import { readBegun, type Begun } from '@/app/me/why/begun';

/** What is being written on a device that kept this. */
function onDevice(value: unknown): Begun {
  const held = new Map([['why', JSON.stringify({ value, sent: false })]]);
  const storage = {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  };
  const initial = { body: 'Kept.', base: 'latest' };
  const keeper = new Keeper({ key: 'why', initial, parse: (stored) => readBegun(stored, 'latest'), storage });
  return keeper.state().value;
}

test('an answer that a device kept as its words alone is taken up, as begun from the latest', () => {
  expect(onDevice('Half an answer')).toEqual({ body: 'Half an answer', base: 'latest' });
  expect(onDevice({ body: 'Half an answer', base: 'older' })).toEqual({ body: 'Half an answer', base: 'older' });
  for (const other of [7, { body: 'No base' }, null])
    expect(onDevice(other)).toEqual({ body: 'Kept.', base: 'latest' });
});
