import { expect, it } from 'vitest';
import { filterValue } from '@/app/labs/[lab]/(bar)/history/words';
import { FORMER, readHistoryQuery } from '@/domain/history-query';

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
