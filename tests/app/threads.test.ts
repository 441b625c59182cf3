import { describe, expect, it } from 'vitest';
import { newSince, pagesOf, sameThreads, threaded } from '@/app/sessions/[id]/live/stream/threads';
import type { Contribution } from '@/domain/session/state';

const said = (seq: number, more: Partial<Contribution> = {}): Contribution => ({
  id: `c${seq}`,
  seq,
  by: 'devon',
  at: '2026-11-26T17:00:00.000Z',
  kind: 'advice',
  body: `Words ${seq}.`,
  ...more,
});

describe('the threads of a stream', () => {
  it('stand in order, pinned ones first, replies under what they reply to, late ones apart', () => {
    const words = [
      said(1),
      said(2, { pinned: true }),
      said(3, { kind: 'answer', replyTo: 'c1' }),
      said(4, { late: true }),
    ];
    const { threads, late } = threaded(words);
    expect(threads.map(({ one, replies }) => [one.id, ...replies.map(({ id }) => id)])).toEqual([['c2'], ['c1', 'c3']]);
    expect(late.map(({ id }) => id)).toEqual(['c4']);
    expect(newSince(threads, 0).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(newSince(threads, 2).map(({ seq }) => seq)).toEqual([3]);
  });

  it('are cut into pages, of which a new contribution changes the last alone', () => {
    const before = [said(1), said(2), said(3), said(4), said(5)];
    const pages = (words: readonly Contribution[]) => pagesOf(threaded(words).threads, 2);
    expect(pages(before).map((page) => page.map(({ one }) => one.seq))).toEqual([[1, 2], [3, 4], [5]]);
    const after = pages([...before, said(6)]);
    const same = pages(before).map((page, at) => sameThreads(page, after[at] ?? []));
    expect(same).toEqual([true, true, false]);
    expect(pagesOf([], 2)).toEqual([]);
  });

  it('are another page once something in it was edited, or was replied to', () => {
    const words = [said(1), said(2)];
    const { threads } = threaded(words);
    expect(sameThreads(threads, threaded([said(1), words[1]!]).threads)).toBe(false);
    const answered = [...words, said(3, { kind: 'answer', replyTo: 'c1' })];
    expect(sameThreads(threads, threaded(answered).threads)).toBe(false);
  });
});
