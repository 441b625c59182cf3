import type { Word, WordType } from '../connection/outbox';

const NAMES: Record<WordType, string> = {
  'contribution.add': 'comment',
  'ladder.vote': 'read',
  'commitment.make': 'commitment',
  'floor.ask': 'question',
  'floor.answer': 'answer',
  'takeaway.leave': 'takeaway',
};

/** "2 comments and 1 read": words by what they are. */
export function namedWords(words: readonly Word[]): string {
  const counts: Record<string, number> = {};
  for (const { type } of words) counts[NAMES[type]] = (counts[NAMES[type]] ?? 0) + 1;
  return Object.entries(counts)
    .map(([name, count]) => `${count} ${name}${count === 1 ? '' : 's'}`)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
}
