import { describe, expect, test } from 'vitest';
import {
  changesBetween,
  dealDraft,
  emptyDraft,
  fieldsFrom,
  formName,
  isBlank,
  type DealDraft,
} from '@/domain/deal-draft';
import { openRungSoFar } from '@/domain/ladder';

const whole: DealDraft = {
  ...emptyDraft('EUR'),
  title: ' The plant that loves us ',
  worth: '184k',
  age: '11',
  deadline: '2026-12-18',
  story: 'Gareth runs maintenance.',
  ask: 'How do I reach the CFO?',
  ladder: (['yes', 'yes', 'unsure', 'no', 'no'] as const).map((answer) => ({ answer, evidence: '' })),
  otherLiveDeals: 4,
  lifeOrDeath: 4,
  hostsOnly: true,
};

function fieldsOf(draft: DealDraft) {
  const read = fieldsFrom(draft);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.fields;
}

describe('a deal as it is written', () => {
  test('becomes the fields of the protocol', () => {
    expect(fieldsOf(whole)).toMatchObject({
      title: 'The plant that loves us',
      amount: { minor: 18_400_000, currency: 'EUR' },
      ageDays: 77,
      deadline: '2026-12-18',
      pipeline: { otherLiveDeals: 4, lifeOrDeath: 4, hostsOnly: true },
    });
    expect(fieldsOf(whole)).not.toHaveProperty('for');
    expect(fieldsOf({ ...whole, worth: ' ', age: '' })).toMatchObject({ amount: undefined, ageDays: undefined });
  });

  test('says what it lacks, by the names of its own fields', () => {
    const read = fieldsFrom({ ...emptyDraft(), worth: 'a lot', age: 'old' });
    expect(read).toMatchObject({
      ok: false,
      errors: {
        title: 'Name the deal in one line.',
        ask: 'Write one question. The room answers it.',
        'ladder.0': 'Choose one: yes, not sure or no.',
        lifeOrDeath: 'Choose 1 to 5.',
        worth: 'Write a number, such as 184,000.',
        age: 'Write a number.',
      },
    });
  });

  test('tells what is wrong with what was seen at a rung apart from an answer that is missing there', () => {
    const ladder = whole.ladder.map((rung, at) => (at === 2 ? { answer: null, evidence: 'x'.repeat(1001) } : rung));
    expect(fieldsFrom({ ...whole, ladder })).toEqual({
      ok: false,
      errors: {
        'ladder.2': 'Choose one: yes, not sure or no.',
        'ladder.2.evidence': 'At most 1,000 characters.',
      },
    });
    expect(formName(['changes', 'ladder', '2', 'evidence'])).toBe('ladder.2.evidence');
  });

  test('is read back from anything that was stored', () => {
    expect(dealDraft.parse({ title: 7, ladder: 'x', otherLiveDeals: -1, lifeOrDeath: 9, more: true })).toEqual(
      emptyDraft(),
    );
    expect(dealDraft.parse(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  test('is blank until something is written', () => {
    expect(isBlank({ ...emptyDraft('EUR'), ageUnit: 'days' })).toBe(true);
    expect(isBlank({ ...emptyDraft(), note: 'x' })).toBe(false);
  });

  test('knows its lowest open rung so far', () => {
    expect(openRungSoFar(whole.ladder)).toBe(3);
    expect(openRungSoFar(emptyDraft().ladder)).toBeNull();
  });
});

test('an edit names what is different, and clears with null', () => {
  const [before, after] = [fieldsOf(whole), fieldsOf({ ...whole, ask: 'Who signs?', deadline: '' })];
  expect(changesBetween(before, after)).toEqual({ ask: 'Who signs?', deadline: null });
  expect(changesBetween(before, before)).toEqual({});
});
