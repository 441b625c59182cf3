import { expect, test } from 'vitest';
import { parseMoney, typedMoney } from '@/domain/money';

test.each([
  ['184,000', 'USD', 18_400_000],
  ['$184k', 'USD', 18_400_000],
  ['$1.2m', 'USD', 120_000_000],
  ['1.234m', 'USD', 123_400_000],
  ['1.234', 'EUR', 123_400],
  ['1.234.567,89', 'EUR', 123_456_789],
  ['1 200,50', 'EUR', 120_050],
  ["12'000", 'CHF', 1_200_000],
  ['9000', 'JPY', 9000],
  ['40.5 €', 'EUR', 4050],
  ['0', 'USD', 0],
])('%s in %s is %i minor units', (typed, currency, minor) => {
  expect(parseMoney(typed, currency)).toBe(minor);
});

test.each(['a lot', '-5', '12 apples', '', '1e9', '$'])('%s is no amount', (typed) => {
  expect(parseMoney(typed, 'USD')).toBeUndefined();
});

test('an amount is typed as it is read', () => {
  for (const minor of [0, 5, 120_050, 18_400_000]) expect(parseMoney(typedMoney(minor, 'USD'), 'USD')).toBe(minor);
  expect(typedMoney(9000, 'JPY')).toBe('9000');
});
