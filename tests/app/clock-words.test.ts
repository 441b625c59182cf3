import { describe, expect, it } from 'vitest';
import { changeSentences, oddSentences } from '@/app/labs/[lab]/(bar)/settings/clock-words';
import { clockChanges } from '@/domain/clock-changes';
import { nextSlots, type ScheduleRule } from '@/domain/schedule';
import { aRule } from '../support/schedule-rule';

const slots = (rules: ScheduleRule[], after: string) => nextSlots(rules, Date.parse(after)).map(({ slot }) => slot);
const odd = (changes: Partial<ScheduleRule>, after: string, locale = 'en-GB') =>
  oddSentences([aRule(changes)], slots([aRule(changes)], after), locale);
const changed = (
  changes: Partial<ScheduleRule>,
  after: string,
  members: Parameters<typeof changeSentences>[1],
): string[] => {
  const zones = members.flatMap(({ zone }) => zone ?? []);
  return changeSentences(clockChanges(slots([aRule(changes)], after), zones), members, 'en-GB');
};

describe('what is said of the days on which clocks change', () => {
  it('tells when a meeting begins whose hour is missing, in both hemispheres', () => {
    expect(odd({ weekday: 7, localTime: '01:30' }, '2027-03-01T00:00Z')).toEqual([
      'On 28 March there is no 01:30 in London: clocks go forward, and it begins at 02:30.',
    ]);
    expect(odd({ weekday: 7, localTime: '02:00', timeZone: 'Australia/Sydney' }, '2027-09-01T00:00Z')).toEqual([
      'On 3 October there is no 02:00 in Sydney: clocks go forward, and it begins at 03:00.',
    ]);
  });

  it('tells which of the two it is where the hour comes twice, in the viewer’s language of dates', () => {
    const sunday = { weekday: 7, localTime: '01:30' };
    expect(odd(sunday, '2027-10-01T00:00Z')).toEqual([
      'On 31 October it is 01:30 twice in London: it begins the first time.',
    ]);
    expect(odd(sunday, '2027-10-01T00:00Z', 'en-US')[0]).toMatch(/^On October 31 it is/);
    expect(odd({ ...sunday, localTime: '02:30', timeZone: 'America/New_York' }, '2027-02-20T00:00Z')).toEqual([
      'On 14 March there is no 02:30 in New York: clocks go forward, and it begins at 03:30.',
    ]);
  });

  it('says nothing of any other day', () => {
    expect(odd({}, '2027-03-01T00:00Z')).toEqual([]);
    expect(odd({ weekday: 7, localTime: '01:30' }, '2027-05-01T00:00Z')).toEqual([]);
  });
});

describe('what is said of those who have another hour meanwhile', () => {
  const devon = { name: 'Devon Okafor', zone: 'America/New_York' };

  it('names them, which clocks changed, and until when', () => {
    expect(changed({}, '2027-03-01T00:00Z', [devon, { name: 'Ruth Adeyemi', zone: 'Europe/London' }])).toEqual([
      'From 18 March, until 1 April, New York has gone forward and London has not: 17:00 here is 13:00 for Devon, not 12:00.',
      'Everyone else keeps their hour.',
    ]);
  });

  it('names every zone apart, and says where a zone is not known', () => {
    const members = [devon, { name: 'Hana Ito', zone: 'Asia/Tokyo' }, { name: 'Nobody Yet', zone: null }];
    expect(changed({}, '2027-10-10T00:00Z', members)).toEqual([
      'From 4 November, until 11 November, London has gone back and New York has not: 17:00 here is 13:00 for Devon, not 12:00.',
      'From 4 November on London has gone back and Tokyo has not: 17:00 here is 02:00 for Hana, not 01:00.',
      'Everyone else whose zone is known keeps their hour.',
    ]);
  });

  it('counts the names that would be too many', () => {
    const many = ['Ann', 'Ben', 'Cas', 'Dee', 'Eve', 'Fay', 'Gus'].map((name) => ({ ...devon, name }));
    expect(changed({}, '2027-03-01T00:00Z', many)[0]).toContain('for Ann, Ben, Cas, Dee, Eve and 2 more, not');
  });

  it('is nothing while clocks stay as they are', () => {
    expect(changed({}, '2027-05-01T00:00Z', [devon])).toEqual([]);
  });
});
