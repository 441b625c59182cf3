import { describe, expect, it } from 'vitest';
import { Bells } from '@/app/sessions/[id]/live/bells/bells';

const END = 1_000_000;
const S = 1000;

/** What rings while the seconds left go by. */
function ringing(bells: Bells, seconds: readonly number[], end = END) {
  return seconds.flatMap((left) => bells.hear(end, left * S).map((bell) => [bell, left]));
}

describe('the bells of a phase', () => {
  it('ring once each, at one minute and at the end', () => {
    expect(ringing(new Bells(), [120, 61, 60, 59, 2, 1, 0, -1, -30])).toEqual([
      ['minute', 60],
      ['over', 0],
    ]);
  });

  it('do not ring again when the clock is set right by a little', () => {
    expect(ringing(new Bells(), [70, 59.9, 60.1, 59.8, 0.1, -0.1, 0.1, -0.2])).toEqual([
      ['minute', 59.9],
      ['over', -0.1],
    ]);
  });

  it('say nothing of what was passed before a reload', () => {
    expect(ringing(new Bells(), [59, 58])).toEqual([]);
    expect(ringing(new Bells(), [-20, -21])).toEqual([]);
    expect(ringing(new Bells(), [30, 0])).toEqual([['over', 0]]);
  });

  it('say nothing of what a tab slept through, and go on with what is still to come', () => {
    expect(ringing(new Bells(), [120, 20, 0])).toEqual([['over', 0]]);
    expect(ringing(new Bells(), [120, -90, -91])).toEqual([]);
  });

  it('start afresh with a new end: another phase, a minute more, a pause that is over', () => {
    const bells = new Bells();
    ringing(bells, [61, 60, 30]);
    expect(ringing(bells, [90, 60], END + 60 * S)).toEqual([['minute', 60]]);
    expect(ringing(bells, [0], END + 60 * S)).toEqual([['over', 0]]);
  });

  it('do not greet a phase of one minute with its last minute', () => {
    expect(ringing(new Bells(), [60, 59, 0])).toEqual([['over', 0]]);
  });
});
