import { describe, expect, it } from 'vitest';
import {
  ageText,
  growthLine,
  isAnotherAnswer,
  isExpired,
  isStale,
  isWebLink,
  isWorthALook,
  QUARTER_DAYS,
  readsShared,
  reflectionBody,
} from '@/domain/why';

const NOW = Date.UTC(2026, 10, 27, 12);
const TODAY = '2026-11-27';
const DAY = 86_400_000;

describe('my why', () => {
  it('other words are another answer, and the same ones on another day', () => {
    const newest = { body: 'I do.', day: '2026-11-27' };
    expect(isAnotherAnswer(newest, { ...newest, body: 'I do still.' })).toBe(true);
    expect(isAnotherAnswer(newest, { ...newest, day: '2026-11-26' })).toBe(true);
    expect(isAnotherAnswer(newest, newest)).toBe(false);
  });

  it('comes back after a quarter, and not a day before', () => {
    expect(isStale(NOW - QUARTER_DAYS * DAY, NOW)).toBe(true);
    expect(isStale(NOW - (QUARTER_DAYS - 1) * DAY, NOW)).toBe(false);
  });

  it.each([
    [QUARTER_DAYS, 'three months'],
    [365, 'twelve months'],
    [426, 'fourteen months'],
    [731, 'two years'],
    [3650, 'ten years'],
  ])('after %i days is %s old', (days, age) => {
    expect(ageText(NOW - days * DAY, NOW)).toBe(age);
  });

  it('is read by hosts and reps alone where it is shared', () => {
    expect(readsShared('host')).toBe(true);
    expect(readsShared('rep')).toBe(true);
    expect(readsShared('observer')).toBe(false);
  });

  it('an answer has words, up to 4,000 characters', () => {
    expect(reflectionBody.safeParse(' \u200b ').success).toBe(false);
    expect(reflectionBody.safeParse('a'.repeat(4001)).success).toBe(false);
    expect(reflectionBody.parse('  Because it matters. ')).toBe('Because it matters.');
  });
});

describe('a line of the growth log', () => {
  it('is worth another look after a quarter; one that holds until a day, once it has expired', () => {
    const old = '2026-08-01';
    expect(isWorthALook({ on: old, expiresOn: null }, NOW)).toBe(true);
    expect(isWorthALook({ on: '2026-11-01', expiresOn: null }, NOW)).toBe(false);
    expect(isWorthALook({ on: old, expiresOn: '2028-01-31' }, NOW)).toBe(false);
    expect(isWorthALook({ on: '2026-11-01', expiresOn: '2026-11-20' }, NOW)).toBe(true);
  });

  it('holds on its last day, wherever one is', () => {
    const last = Date.parse('2026-11-27');
    expect(isExpired('2026-11-27', last + 35 * 3_600_000)).toBe(false);
    expect(isExpired('2026-11-27', last + 36 * 3_600_000)).toBe(true);
  });

  const line = { body: 'Reading a cash-flow statement', on: '2026-09-12', link: '', expiresOn: '' };

  it('has words and a day; link and expiry may be missing', () => {
    expect(growthLine(TODAY).parse(line)).toEqual({ body: line.body, on: line.on });
    expect(growthLine(TODAY).safeParse({ ...line, on: 'soon' }).success).toBe(false);
    expect(growthLine(TODAY).parse({ ...line, expiresOn: '2028-01-31' }).expiresOn).toBe('2028-01-31');
  });

  it.each([
    ['on', 'a day to come', { on: '2026-11-28' }, 'Give a day that has come: today, or before.'],
    ['on', 'a year before 1900', { on: '0026-09-12' }, 'Give a day from 1900 on.'],
    ['expiresOn', 'an end before it began', { expiresOn: '2026-09-11' }, 'It ends before it begins.'],
    ['expiresOn', 'an end beyond belief', { expiresOn: '2076-11-28' }, 'Give a day at most 50 years from now.'],
  ])('refuses at %s %s', (field, _, wrong, message) => {
    const { issues } = growthLine(TODAY).safeParse({ ...line, ...wrong }).error!;
    expect(issues.map(({ path, message: said }) => [path.join('.'), said])).toEqual([[field, message]]);
  });

  it.each([{ on: TODAY }, { on: '1900-01-01' }, { expiresOn: line.on }, { expiresOn: '2076-11-27' }])(
    'takes %o',
    (right) => {
      expect(growthLine(TODAY).safeParse({ ...line, ...right }).success).toBe(true);
    },
  );

  it.each(['https://example.org/a?b=c', 'http://example.org'])('takes the link %s', (link) => {
    expect(growthLine(TODAY).parse({ ...line, link }).link).toBe(link);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'mailto:a@example.org',
    'example.org',
    'https://me:secret@example.org',
  ])('refuses the link %s', (link) => {
    expect(isWebLink(link)).toBe(false);
    expect(growthLine(TODAY).safeParse({ ...line, link }).success).toBe(false);
  });
});
