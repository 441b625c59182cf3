import fc from 'fast-check';
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
  ['1.234', 'KWD', 1_234],
  ['1,234', 'KWD', 1_234_000],
  ['1,234.5', 'KWD', 1_234_500],
  ['1.234.567', 'KWD', 1_234_567_000],
  ['0', 'USD', 0],
])('%s in %s is %i minor units', (typed, currency, minor) => {
  expect(parseMoney(typed, currency)).toBe(minor);
});

test.each(['a lot', '-5', '12 apples', '', '1e9', '$'])('%s is no amount', (typed) => {
  expect(parseMoney(typed, 'USD')).toBeUndefined();
});

test('an amount is typed as it is read, whatever the decimals of its currency', () => {
  const currency = fc.constantFrom('JPY', 'USD', 'EUR', 'KWD', 'BHD');
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000_000_000 }), currency, (minor, currency) => {
      expect(parseMoney(typedMoney(minor, currency), currency)).toBe(minor);
    }),
    { examples: [[1_234_500, 'KWD']] },
  );
  expect(typedMoney(9000, 'JPY')).toBe('9000');
  expect(typedMoney(1_234_500, 'KWD')).toBe('1234.500');
});
