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
  lookingBack: null,
  at,
  toldAt: at,
  sinceLastSession: true,
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
  expect(lost).toContain('Priya Nair was told: on lab home, and by mail if they want that.');
  expect(lost).toContain('Because it hurts.');
  expect(lost).not.toContain('Looking back');
  const shown = (changes: Partial<LifeCheckIn>) =>
    renderToStaticMarkup(<CheckedIn {...props} checkIn={{ ...checkIns[1]!, ...changes }} />);
  expect(shown({ lookingBack: 2 })).toContain('Looking back: lowest open rung 2.');
  expect(shown({ lookingBack: 0 })).toContain('Looking back: all five rungs hold.');
  // The ladder of a report: what it closed and the lowest rung that is open then, since the report before it.
  const told = (answers: string) =>
    [...answers].map((one) => ({ answer: one === 'y' ? ('yes' as const) : 'no' }) as const);
  checkIns[0]!.ladder = told('yyyyy');
  expect(shown({ ladder: told('ynyyy') })).toContain('<p class="meta mt-1">Lowest open rung now: 2. ');
  // Nobody is told before the news was sent, nor what they recorded themselves.
  for (const changes of [{ toldAt: null }, { by: 'coach' }]) expect(shown(changes)).not.toContain('told');
  // Nor who has left.
  const left = renderToStaticMarkup(
    <CheckedIn {...props} name={(id) => (id === 'coach' ? 'a former member' : id)} checkIn={checkIns[1]!} />,
  );
  expect(left).not.toContain('told');
});
