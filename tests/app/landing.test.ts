import { expect, it } from 'vitest';
import { landing } from '@/app/sessions/[id]/live/queue/landing';

const queue = ['a', 'b', 'c', 'd'];

it('lands where it was put down', () => {
  expect(landing(queue, ['d', 'a', 'b', 'c'], 'd')).toBe(0);
  expect(landing(queue, ['b', 'c', 'a', 'd'], 'a')).toBe(2);
  expect(landing(queue, ['b', 'c', 'd', 'a'], 'a')).toBe(3);
});

it('moves nothing that was put down where it stood', () => {
  expect(landing(queue, queue, 'b')).toBeUndefined();
});

it('lands behind the same deal, where others have moved the queue meanwhile', () => {
  // Put down behind b, which somebody else has moved to the end.
  expect(landing(['a', 'c', 'd', 'b'], ['b', 'a', 'c', 'd'], 'a')).toBe(3);
  // Behind c, which is gone: behind the one before.
  expect(landing(['a', 'b', 'd'], ['b', 'c', 'a', 'd'], 'a')).toBe(1);
  // Put first is first, whoever came to the head meanwhile.
  expect(landing(['e', 'a', 'b'], ['b', 'a'], 'b')).toBe(0);
});

it('goes nowhere once it waits no more', () => {
  expect(landing(['a', 'c'], ['b', 'a', 'c'], 'b')).toBeUndefined();
});
