import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { InsightsHead } from '@/app/labs/[lab]/(bar)/insights/insights-head';
import { SESSION_LIMIT, TURN_LIMIT } from '@/db/insights';

it('the head of the insights says how far they look back, once there may be more than that', () => {
  const look = { slug: 'thursday-lab', range: 'all', tables: false } as const;
  const said = (sessions: number, turns: number) =>
    /Figures of turns look at the newest [^<]*/.exec(
      renderToStaticMarkup(<InsightsHead look={look} lab="Thursday Lab" ranges {...{ sessions, turns }} />),
    )?.[0];
  const words = 'Figures of turns look at the newest 2,000, those of sessions at the newest 500.';
  expect(said(SESSION_LIMIT - 1, TURN_LIMIT - 1)).toBeUndefined();
  expect(said(SESSION_LIMIT, 12)).toBe(words);
  expect(said(12, TURN_LIMIT)).toBe(words);
});
