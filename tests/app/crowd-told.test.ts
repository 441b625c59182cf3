import { describe, expect, it } from 'vitest';
import { toldOf } from '@/app/labs/[lab]/(bar)/insights/crowd-told';
import type { TurnCase } from '@/domain/insights/cases';

/** A turn of one of so many reps, whose ladder the rep and five of the room read as holding. */
function revealed(at: number, reps: number): TurnCase {
  return {
    turnId: `turn ${at}`,
    scenarioId: `scenario ${at}`,
    deal: `Deal ${at}`,
    repId: `rep ${at % reps}`,
    repName: `Rep ${at % reps}`,
    sessionId: `session ${at}`,
    sessionNumber: at + 1,
    startedAt: at,
    submittedAt: at,
    read: ['yes', 'yes', 'yes', 'yes', 'yes'],
    totals: Array.from({ length: 5 }, () => ({ yes: 5, unsure: 0, no: 0 })),
    decision: null,
    kept: null,
    promised: false,
    outcome: null,
    ladderNow: null,
    ladderThen: null,
    lookingBack: null,
  };
}

const told = (turns: TurnCase[]) => toldOf({ turns, written: [], phases: [], sessions: [] });
const gaps = (turns: TurnCase[]) => told(turns).find(({ what }) => what === 'Reps’ reads beside the room’s');

describe('what those who listen in are told', () => {
  it('has nothing of the deals of fewer than five reps, however many read them', () => {
    for (const deals of [1, 8]) {
      const turns = Array.from({ length: deals }, (_, at) => revealed(at, 4));
      expect(told(turns).flatMap(({ rows }) => rows)).toEqual([]);
    }
  });

  it('has the room’s reads beside the reps’ where five read the deals of five', () => {
    const figure = gaps(Array.from({ length: 5 }, (_, at) => revealed(at, 5)));
    expect(figure?.lead).toBe(
      'How many in a hundred said yes, rounded to the nearest 5%; rests on at least five people.',
    );
    expect(figure?.rows.map(({ label, text }) => `${label} ${text}`).slice(0, 2)).toEqual([
      '1. Reps’ yes 100%',
      '1. The room’s yes 100%',
    ]);
  });
});
