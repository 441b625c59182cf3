import { describe, expect, it } from 'vitest';
import { toAnswer } from '@/app/sessions/[id]/live/commit/to-answer';
import type { Contribution } from '@/domain/session/state';

function said(id: string, rest: Partial<Contribution> = {}): Contribution {
  return { id, by: 'peer', kind: 'question', body: 'Who signs?', at: '2026-12-03T17:00:00.000Z', seq: 1, ...rest };
}

const ANSWER = said('answer', { kind: 'answer', by: 'rep', replyTo: 'asked' });

describe('what the hot seat has left to answer in Commit', () => {
  it('is every question without an answer, begun or not', () => {
    const words = [said('asked'), said('other'), said('advice', { kind: 'advice' }), said('late', { late: true })];
    const { open, line } = toAnswer(words, ['other']);
    expect(open.map(({ id }) => id)).toEqual(['asked', 'other']);
    expect(line).toBe('two questions not answered');
  });

  it('calls a second answer to an answered question begun, not the question unanswered', () => {
    const { open, line } = toAnswer([said('asked'), ANSWER], ['asked']);
    expect(open.map(({ id }) => id)).toEqual(['asked']);
    expect(line).toBe('one answer begun');
  });

  it('says both where there are both', () => {
    expect(toAnswer([said('asked'), ANSWER, said('other')], ['asked']).line).toBe(
      'one question not answered, one answer begun',
    );
  });

  it('is nothing where nothing was asked or begun', () => {
    expect(toAnswer([said('asked'), ANSWER], []).open).toEqual([]);
  });
});
