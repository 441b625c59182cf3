import { expect, it } from 'vitest';
import { firstName } from '@/app/labs/[lab]/(bar)/scenarios/[id]/life-props';
import { asGuest, FORMER_MEMBER } from '@/domain/vocabulary';

it.each([
  ['Marisol Vega', 'Marisol'],
  [asGuest('Gus Visitor'), 'Gus'],
  [FORMER_MEMBER, FORMER_MEMBER],
])('among people who know them %s is %s', (name, first) => expect(firstName(name)).toBe(first));
