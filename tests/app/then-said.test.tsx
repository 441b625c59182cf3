import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { ThenSaid } from '@/app/labs/[lab]/(bar)/then-said';

it('what was said of a deal that is over says once that it is, and of each answer in which session', () => {
  const answer = (sessionNumber: number) => ({
    questionId: `question ${sessionNumber}`,
    sessionId: `session ${sessionNumber}`,
    sessionNumber,
    askedBy: 'host',
    question: 'Why do you care?',
    body: `Because of number ${sessionNumber}.`,
    at: '2026-11-26T12:00:00Z',
  });
  const html = renderToStaticMarkup(<ThenSaid said={[answer(3), answer(5)]} rep="Devon Okafor" />);
  const text = html.replace(/<\/p>|<\/div>/g, ' ').replace(/<[^>]*>/g, '');
  expect(text.replace(/\s+/g, ' ').trim()).toBe(
    'Now that it is over. In the closing round of session 3 Devon was asked: Why do you care? Because of number 3. ' +
      'In the closing round of session 5 Devon was asked: Why do you care? Because of number 5.',
  );
});
