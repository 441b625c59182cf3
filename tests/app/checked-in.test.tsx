import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { CheckedIn } from '@/app/labs/[lab]/(bar)/scenarios/[id]/checked-in';
import type { LifeProps } from '@/app/labs/[lab]/(bar)/scenarios/[id]/life-props';
import type { LifeCheckIn } from '@/domain/scenario-life';

const ended = (id: string, outcome: LifeCheckIn['outcome'], at: string): LifeCheckIn => ({
  id,
  commitmentId: 'commitment',
  by: 'rep',
  outcome,
  ladder: null,
  note: null,
  at,
});

it('tells whose words it rests on, and what was said of the deal, once: with the latest of its ends', () => {
  const checkIns = [ended('one', 'won', '2026-11-26T09:00:00Z'), ended('two', 'lost', '2026-11-27T09:00:00Z')];
  const answer = { questionId: 'q', sessionId: 's', sessionNumber: 3, askedBy: 'host', question: 'Why?' };
  const props = {
    life: {
      scenario: { repId: 'rep' },
      turns: [],
      commitments: [{ id: 'commitment', usesOf: ['coach'] }],
      answers: [{ ...answer, body: 'Because it hurts.', at: '2026-11-20T09:00:00Z' }],
      checkIns,
    },
    name: (id: string) => ({ rep: 'Devon Okafor', coach: 'Priya Nair' })[id] ?? id,
  } as unknown as LifeProps;
  const [won, lost] = checkIns.map((checkIn) =>
    renderToStaticMarkup(<CheckedIn {...props} checkIn={checkIn} />).replace(/<[^>]*>/g, ' '),
  );
  expect(won).toContain('Corrected since.');
  expect(won).not.toMatch(/Priya|Because it hurts/);
  expect(lost).toContain('Priya Nair was told.');
  expect(lost).toContain('Because it hurts.');
});
