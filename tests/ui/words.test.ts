import { describe, expect, it } from 'vitest';
import { badgeInitials } from '@/domain/people';
import { initials } from '@/ui/initials';
import { knowText, partsUntil, relativeText, spokenLeft, timeText, writtenAs } from '@/ui/time-text';
import { zonePlace } from '@/ui/zone-place';
import { linkPieces } from '@/ui/links';

describe('initials', () => {
  it.each([
    ['Marisol Vega', 'MV'],
    ['  ruth  van der  adeyemi ', 'RA'],
    ['Cher', 'C'],
    ["Sinéad O'Brien-Kelly", 'SO'],
    ['ülkü 李', 'Ü李'],
    ['🎻', '?'],
    ['', '?'],
  ])('of %j are %j', (name, badge) => expect(initials(name)).toBe(badge));

  it.each([
    ['', null],
    ['  ', null],
    [' MvA ', 'MvA'],
    ['王', '王'],
    ['e\u0301l', 'él'],
  ])('chosen as %j are %j', (typed, badge) => expect(badgeInitials.parse(typed)).toBe(badge));

  it.each(['Mari', 'M V', '<b>', '\u202eMV', '🦊'])('refuse %j', (typed) =>
    expect(badgeInitials.safeParse(typed).success).toBe(false),
  );
});

describe('time in words', () => {
  const minute = 60_000;
  it('takes what a page came with as it is written, for that minute, that form, that reader alone', () => {
    const at = Date.parse('2031-03-06T17:00:20Z');
    knowText(at, writtenAs('day-time', 'en-GB', 'UTC'), 'as the page has it');
    const text = (ms: number, form: 'day-time' | 'time', zone: string) => timeText(ms, form, 'en-GB', zone);
    expect(text(at + 30_000, 'day-time', 'UTC')).toBe('as the page has it');
    expect(text(at + minute, 'day-time', 'UTC')).toBe('Thursday 6 March, 17:01');
    expect(text(at, 'time', 'UTC')).toBe('17:00');
    expect(text(at, 'day-time', 'Europe/Berlin')).toBe('Thursday 6 March, 18:00');
  });
  it('says what is left, and what is over', () => {
    expect(spokenLeft(402_000)).toBe('6 minutes 42 seconds left');
    expect(spokenLeft(minute)).toBe('1 minute left');
    expect(spokenLeft(0)).toBe('0 seconds left');
    expect(spokenLeft(-12_400)).toBe('12 seconds over');
  });
  it('cuts the time until a start into days, hours and minutes, none below zero', () => {
    expect(partsUntil((3 * 1440 + 4 * 60 + 26) * minute, 0)).toEqual({ days: 3, hours: 4, minutes: 26 });
    expect(partsUntil(1, 0)).toEqual({ days: 0, hours: 0, minutes: 1 });
    expect(partsUntil(0, 5 * minute)).toEqual({ days: 0, hours: 0, minutes: 0 });
  });
  it('writes an instant in a language and on the clock of a zone', () => {
    const at = Date.UTC(2026, 11, 3, 17, 0);
    expect(timeText(at, 'day-time', 'en-GB', 'Europe/London')).toBe('Thursday 3 December, 17:00');
    expect(timeText(at, 'day-time', 'de', 'Europe/Berlin')).toBe('Donnerstag, 3. Dezember, 18:00');
    expect(zonePlace('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(['Asia/Calcutta', 'Europe/Kiev'].map(zonePlace)).toEqual(['Kolkata', 'Kyiv']);
  });
  it('chooses the largest unit that fits', () => {
    expect(relativeText(0, 30_000, 'en')).toBe('now');
    expect(relativeText(0, 3 * 86_400_000, 'en')).toBe('3 days ago');
    expect(relativeText(2 * 3_600_000, 0, 'en')).toBe('in 2 hours');
  });
});

describe('links in plain text', () => {
  const hrefs = (text: string) => linkPieces(text).flatMap((piece) => piece.href ?? []);
  it('finds addresses and keeps every other character', () => {
    const text = 'See https://a.example/x?y=1, or www.b.org.\nBye';
    expect(hrefs(text)).toEqual(['https://a.example/x?y=1', 'http://www.b.org']);
    expect(
      linkPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
  it('never makes a link of a script, a file name or a bare domain', () => {
    expect(hrefs('javascript:alert(1) data:text/html,x plan.sh ends.It <a href="x">y</a> ftp://a.org')).toEqual([]);
  });
});
