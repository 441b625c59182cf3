import { expect, it } from 'vitest';
import { tookLate } from '@/app/sessions/[id]/live/stream/use-late-told';
import type { Word } from '@/app/sessions/[id]/live/connection/outbox';

const words = (stands: Word['stands'], late?: string): Word => ({
  id: 'one',
  type: 'contribution.add',
  data: { kind: 'advice', body: 'Ask who signs.', ...(late ? { late } : { turnId: 'turn' }) },
  writtenAt: 0,
  stands,
});

it('late words are sent once they were on their way and are not any more, unless they were refused', () => {
  expect(tookLate([words('waiting', 'turn')], [])).toBe(true);
  expect(tookLate([words('sent', 'turn')], [])).toBe(true);
  expect(tookLate([words('waiting', 'turn')], [words('sent', 'turn')])).toBe(false);
  expect(tookLate([words('waiting', 'turn')], [words('refused', 'turn')])).toBe(false);
  expect(tookLate([words('refused', 'turn')], [])).toBe(false);
  expect(tookLate([words('waiting')], [])).toBe(false);
});
