import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHistoryQuery } from '@/domain/history-params';
import { filtersIn, historyAddress, withoutFilter, wordsOf } from '@/domain/history-query';
import { sharesText } from '@/domain/similar';

const anyText = fc.array(fc.nat(0xffff), { maxLength: 60 }).map((codes) => String.fromCharCode(...codes));
const read = (address: string) => readHistoryQuery(Object.fromEntries(new URLSearchParams(address)));

describe('a query in the address', () => {
  it('is read as it was written', () => {
    const address = '?q=finance+budget&rung=3-4&decision=change&outcome=won&kind=advice&time=quarter&labs=all&page=2';
    const query = read(address);
    expect(query).toMatchObject({
      text: 'finance budget',
      rungs: [3, 4],
      decision: 'change',
      everywhere: true,
      page: 2,
    });
    expect(historyAddress(query)).toBe(address);
    expect(filtersIn(query)).toEqual(['rung', 'decision', 'outcome', 'kind', 'time']);
    expect(wordsOf(query)).toEqual(['finance', 'budget']);
  });

  it('asks for one person, or for all who left', () => {
    expect(read('?person=former').person).toBe('former');
    expect(historyAddress(read('?person=former'))).toBe('?person=former');
  });

  it('is nothing where nothing is asked', () => {
    expect(historyAddress(read(''))).toBe('');
    expect(filtersIn(read(''))).toEqual([]);
  });

  it('loses a filter, and goes back to its first page', () => {
    const query = read('?rung=3&kind=advice&page=4');
    expect(historyAddress(withoutFilter(query, 'rung'))).toBe('?kind=advice');
    expect(historyAddress(withoutFilter(query, 'kind'))).toBe('?rung=3');
  });

  it('leaves out what cannot be, and never fails', () => {
    expect(read('?rung=9-x-3--1&kind=shout&person=me&page=-2&time=ever&decision=')).toEqual({
      text: '',
      rungs: [1, 3],
      everywhere: false,
      page: 1,
    });
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('q', 'rung', 'decision', 'outcome', 'kind', 'person', 'time', 'labs', 'page'),
          fc.oneof(anyText, fc.array(anyText), fc.constant(undefined)),
        ),
        (given) => {
          const query = readHistoryQuery(given);
          expect(readHistoryQuery(Object.fromEntries(new URLSearchParams(historyAddress(query))))).toEqual(query);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('deals say what they share', () => {
  expect(sharesText({ rung: 3, stage: true, words: ['pilot', 'finance'] })).toBe(
    'same rung 3, same stage, both say pilot and finance',
  );
  expect(sharesText({ rung: null, stage: true, words: [] })).toBe('same stage');
});
