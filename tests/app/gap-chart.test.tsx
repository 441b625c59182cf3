import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { GapChart } from '@/app/labs/[lab]/(bar)/insights/charts/gap-chart';

/** What is written over the line of a rung, from the left end of the drawing. */
function figuresOver(rep: number, room: number): string[] {
  const html = renderToStaticMarkup(<GapChart gaps={[{ rung: 3, rep, room }]} widest={undefined} />);
  const texts = [...html.matchAll(/<text[^>]*class="t[rs]"[^>]*>(.*?)<\/text>/g)];
  return texts.map(([, text]) => (text ?? '').replace(/<[^>]*>/g, ''));
}

it('writes both figures of a rung, wherever they lie', () => {
  expect(figuresOver(80, 20)).toEqual(['20', '80']);
  expect(figuresOver(71, 69)).toEqual(['71 rep, 69 room']);
  expect(figuresOver(100, 97)).toEqual(['100 rep, 97 room']);
  expect(figuresOver(14, 14)).toEqual(['both 14']);
});
