import { expect, it } from 'vitest';
import { listed } from '@/domain/listed';

it('lists are written as all else is, with no comma before the last', () => {
  expect([[], ['Ruth'], ['Ruth', 'Tom'], ['Ruth', 'Tom', 'Amara']].map(listed)).toEqual([
    '',
    'Ruth',
    'Ruth and Tom',
    'Ruth, Tom and Amara',
  ]);
});
