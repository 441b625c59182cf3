import { expect, test } from 'vitest';
import type { Word } from '@/app/sessions/[id]/live/connection/outbox';
import { namedWords } from '@/app/sessions/[id]/live/bar/waiting-words';

test.each([
  [['contribution.add', 'contribution.add'], '2 comments'],
  [['ladder.vote'], '1 read'],
  [['contribution.add', 'ladder.vote', 'contribution.add'], '2 comments and 1 read'],
  [
    ['commitment.make', 'floor.ask', 'floor.answer', 'takeaway.leave'],
    '1 commitment, 1 question, 1 answer and 1 takeaway',
  ],
  [[], ''],
])('what waits is called what it is: %j', (types, text) => {
  expect(namedWords(types.map((type) => ({ type }) as Word))).toBe(text);
});
