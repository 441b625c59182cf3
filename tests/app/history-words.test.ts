import { expect, it } from 'vitest';
import { countsText, filterValue } from '@/app/labs/[lab]/(bar)/history/words';
import { readHistoryQuery } from '@/domain/history-params';
import { FORMER } from '@/domain/history-query';

const PERSON = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';

it.each([
  [undefined, 'anyone'],
  [PERSON, 'Devon Okafor'],
  [FORMER, 'a former member'],
  [OTHER, 'somebody else'],
])('whose words are looked for: %s is %s', (person, told) => {
  const query = readHistoryQuery(person === undefined ? {} : { person });
  expect(filterValue(query, 'person', [{ id: PERSON, name: 'Devon Okafor' }])).toBe(told);
});

it.each([
  [{ deals: 12, rounds: 2, places: 120 }, '12 deals and 2 closing rounds, 120 places'],
  [{ deals: 1, rounds: 0, places: 1 }, '1 deal, 1 place'],
  [{ deals: 0, rounds: 1, places: 1 }, '1 closing round, 1 place'],
])('what was found is counted as what it is: %o', (counts, told) => {
  expect(countsText({ ...counts, more: false }, true)).toBe(told);
});

it('where nothing was asked for, and where there is more than was counted', () => {
  expect(countsText({ deals: 12, rounds: 0, places: 12, more: false }, false)).toBe('12 deals');
  expect(countsText({ deals: 300, rounds: 4, places: 1000, more: true }, true)).toBe('More than 1,000 places');
});
