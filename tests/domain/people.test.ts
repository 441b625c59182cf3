import { describe, expect, test } from 'vitest';
import { slugOf } from '@/domain/lab';
import { email, newPassword, personName } from '@/domain/people';

const wordsOf = (
  schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message;

describe('what an account needs', () => {
  test('an email in one form, whatever the case and the spaces', () => {
    expect(email.parse('  Ruth@Edgework.Example ')).toBe('ruth@edgework.example');
    expect(wordsOf(email, 'ruth@edgework')).toMatch(/such as/);
    expect(wordsOf(email, ' ')).toBe('Write your email.');
  });

  test('a password of twelve characters, counted as people count', () => {
    expect(wordsOf(newPassword, 'salt')).toBe('Four characters so far. Eight more, please.');
    expect(wordsOf(newPassword, '🪨'.repeat(11))).toBe('Eleven characters so far. One more, please.');
    expect(newPassword.safeParse('🪨'.repeat(12)).success).toBe(true);
    expect(wordsOf(newPassword, 'x'.repeat(201))).toBe('At most 200 characters.');
  });

  test('a name without what cannot be kept', () => {
    expect(personName.parse(' Ruth ')).toBe('Ruth');
    expect(personName.safeParse('a\0b').success).toBe(false);
    expect(wordsOf(personName, '  ')).toBe('Write your name.');
    expect(wordsOf(personName, 'x'.repeat(101))).toBe('At most 100 characters.');
  });

  test('a name in which nothing is hidden, and something can be seen', () => {
    expect(personName.parse('Ruth\u202e eyA\u2066\u200b\ufeff')).toBe('Ruth eyA');
    expect(personName.parse('Ruth \u00a0 Adeyemi')).toBe('Ruth Adeyemi');
    for (const unseen of ['\u200b', '\u200d\u200c', '\u3164', '\u2800 \u115f', '\u202e', '\u00ad', '\u{e0041}']) {
      expect(wordsOf(personName, unseen)).toBe('Write your name.');
    }
    // Some scripts are spelled with a joiner, and some names are written from right to left.
    for (const kept of ['نگار\u200cخانی', 'רותי אדמי', 'Zoë', 'ゆき', '李小龙'])
      expect(personName.parse(kept)).toBe(kept);
  });

  test('a name of which no line break is left', () => {
    expect(personName.safeParse('Ruth\r\nBcc: x@example.com').success).toBe(false);
    expect(personName.parse('Ruth\u2028Adeyemi')).toBe('Ruth Adeyemi');
  });
});

test('a lab has an address made of its name', () => {
  expect(slugOf('Thursday Lab')).toBe('thursday-lab');
  expect(slugOf('  Über-Läb №1 ')).toBe('uber-lab-no1');
  expect(slugOf('木曜日')).toBe('lab');
});
