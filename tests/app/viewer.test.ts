import { describe, expect, it } from 'vitest';
import { firstLocale } from '@/app/viewer';

describe('the language that dates are written in', () => {
  it.each([
    ['en-US,en;q=0.9', 'en-US'],
    ['de', 'de'],
    ['sv-SE;q=0.8, en', 'sv-SE'],
    ['*', 'en-GB'],
    ['no such language', 'en-GB'],
    ['', 'en-GB'],
    [null, 'en-GB'],
  ])('asked for %j is %s', (accepted, locale) => expect(firstLocale(accepted)).toBe(locale));
});
