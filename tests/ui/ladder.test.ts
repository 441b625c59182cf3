import { describe, expect, it } from 'vitest';
import { roomRead } from '@/domain/ladder';
import { partingRung, revealSentences, rungAnswer, totalsText } from '@/ui/ladder/text';

const room = [
  { yes: 7, unsure: 0, no: 0 },
  { yes: 6, unsure: 1, no: 0 },
  { yes: 2, unsure: 3, no: 2 },
  { yes: 0, unsure: 2, no: 5 },
  { yes: 1, unsure: 2, no: 4 },
];

describe('the ladder in words', () => {
  it('names only the answers that someone chose, and yes always', () => {
    expect(totalsText({ yes: 0, unsure: 2, no: 5 })).toEqual({ lead: '0 yes', rest: ', 2 not sure, 5 no' });
    expect(totalsText({ yes: 7, unsure: 0, no: 0 })).toEqual({ lead: '7 yes', rest: '' });
  });
  it('reads the room as yes only where more than half say so', () => {
    expect(roomRead(room)).toEqual(['yes', 'yes', 'unsure', 'no', 'no']);
    expect(roomRead([{ yes: 2, unsure: 1, no: 1 }])).toEqual(['no']);
  });
  it('announces the reveal as one sentence a rung', () => {
    const sentences = revealSentences(['yes', 'yes', 'yes', 'unsure', 'no'], room, 'Marisol', 3);
    expect(sentences).toHaveLength(5);
    expect(sentences[2]).toBe(
      'Rung 3: They want it fixed. Marisol: yes. The room: 2 yes, 3 not sure, 2 no. The lowest open rung.',
    );
  });
  it('shows counts after the reveal, the own read before, and nothing of another person’s', () => {
    expect(rungAnswer({ mode: 'two', read: null, room }, 2)).toBe('2 of 7');
    expect(rungAnswer({ mode: 'preview', read: ['yes', 'unsure', 'no', 'no', 'no'] }, 1)).toBe('Not sure');
    expect(rungAnswer({ mode: 'outline' }, 0)).toBe('');
  });
  it('finds the lowest rung at which one side holds and the other does not', () => {
    const rep = ['yes', 'yes', 'yes', 'unsure', 'no'] as const;
    expect(partingRung({ mode: 'two', read: rep, room })).toBe(3);
    // Not sure and no are both open: they don't part there.
    expect(partingRung({ mode: 'two', read: ['yes', 'yes', 'no', 'no', 'unsure'], room })).toBeNull();
    expect(partingRung({ mode: 'two', read: null, room })).toBeNull();
    expect(partingRung({ mode: 'preview', read: rep })).toBeNull();
  });
});
