import { expect, it } from 'vitest';
import { sealedSince, wroteSince } from '@/app/sessions/[id]/live/queue/use-hosts-told';
import type { FloorQuestion, HostNote } from '@/domain/session/state';

const AT = '2026-12-03T17:00:00.000Z';
const asked = (id: string, sealed: boolean): FloorQuestion => ({
  id,
  by: `asker of ${id}`,
  body: 'Why?',
  at: AT,
  sealed,
  answers: [],
});
const note = (by: string, seq: number): HostNote => ({ by, body: 'Devon next.', at: AT, seq });

it('hosts are told of a sealed question as it comes: not again, not as it is released, and of no open one', () => {
  const before = [asked('first', true)];
  expect(sealedSince(before, [...before, asked('second', true), asked('open', false)])).toEqual(['asker of second']);
  expect(sealedSince(before, [asked('first', false)])).toEqual([]);
});

it('hosts are told who wrote to them since, each once, and not of their own notes', () => {
  const notes = [note('tom', 4), note('tom', 5), note('ruth', 6), note('amara', 7), note('tom', 8)];
  expect(wroteSince(4, notes, 'ruth')).toEqual(['tom', 'amara']);
  expect(wroteSince(8, notes, 'ruth')).toEqual([]);
});
