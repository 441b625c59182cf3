import { describe, expect, it } from 'vitest';
import { firstOpen, nextOpen, saidLately, whoseLadder } from '@/app/sessions/[id]/live/roll-call/items';
import { closedText, heldRead } from '@/domain/ladder';
import { ROLL_CALL } from '../support/session-world';

const [asked, readOut] = ROLL_CALL;
const open = (id: string) => ({ ...asked!, commitmentId: id });
const done = (id: string) => ({ ...readOut!, commitmentId: id });

describe('the order of the roll call', () => {
  it('begins with the first that was not asked, and stays with the last once all were', () => {
    expect(firstOpen([done('a'), open('b'), open('c')])).toBe(1);
    expect(firstOpen([done('a'), done('b')])).toBe(1);
  });
  it('goes on to the next that was not asked, and comes round to those put off', () => {
    const items = [open('a'), done('b'), open('c')];
    expect(nextOpen(items, 0)).toBe(2);
    expect(nextOpen(items, 2)).toBe(0);
    expect(nextOpen([open('a'), done('b')], 0)).toBeUndefined();
  });
});

describe('the roll call in words', () => {
  const made = Date.parse('2026-11-26T17:00:00Z');
  it('says the weekday alone of what was said within a week', () => {
    expect(saidLately(made, Date.parse('2026-12-03T17:00:00Z'))).toBe(true);
    expect(saidLately(made, Date.parse('2026-12-03T17:00:01Z'))).toBe(false);
  });
  it('names the rungs that closed since', () => {
    expect(closedText([])).toBeUndefined();
    expect(closedText([3])).toBe('Rung 3 closed');
    expect(closedText([3, 5])).toBe('Rungs 3 and 5 closed');
    expect(closedText([1, 3, 5])).toBe('Rungs 1, 3 and 5 closed');
  });
  it('says whose word the ladder is: a host’s is not its rep’s read', () => {
    const whose = (by: string | undefined, name: string) => Object.values(whoseLadder(by, 'rep', name));
    expect(whose('rep', 'Marisol')).toEqual(['Marisol’s read', 'Marisol’s read now']);
    expect(whose('host', 'Ruth')).toEqual(['reported by Ruth', 'The ladder now, reported by Ruth']);
    expect(whose(undefined, 'Marisol')).toEqual(['as last told', 'The ladder now, as last told']);
  });
  it('draws what the room did not hold then as open', () => {
    expect(heldRead([true, true, false, false, true])).toEqual(['yes', 'yes', 'no', 'no', 'yes']);
    expect(heldRead(null)).toBeNull();
  });
});
