import { expect, it } from 'vitest';
import { asGuest, FORMER_MEMBER, firstName } from '@/domain/vocabulary';

it.each([
  ['Marisol Vega', 'Marisol'],
  [asGuest('Gus Visitor'), 'Gus'],
  [FORMER_MEMBER, FORMER_MEMBER],
])('among people who know them %s is %s', (name, first) => expect(firstName(name)).toBe(first));
