import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Ladders } from '@/app/labs/[lab]/(bar)/scenarios/[id]/ladders';
import type { LifeProps } from '@/app/labs/[lab]/(bar)/scenarios/[id]/life-props';
import { ANSWERS } from '@/domain/vocabulary';

const names: Record<string, string> = { rep: 'Marisol Vega', host: 'Ruth Adeyemi' };
const ladder = Array.from({ length: 5 }, () => ({ answer: ANSWERS[0] }));
const reported = (by: string, at: string) => ({ by, at, ladder, commitmentId: 'commitment', outcome: 'advanced' });

/** The ladders of a deal, each as its caption has it, and the heads above them. */
function columnsOf(...checkIns: ReturnType<typeof reported>[]) {
  const props = {
    membership: { userId: 'rep', lab: { timeZone: 'Europe/Berlin' } },
    life: { scenario: { repId: 'rep' }, turns: [], checkIns },
    name: (id: string) => names[id] ?? id,
    locale: 'en-GB',
  } as unknown as LifeProps;
  const html = renderToStaticMarkup(<Ladders {...props} />);
  const texts = (part: RegExp) => [...html.matchAll(part)].map(([, inner = '']) => inner.replace(/<[^>]*>/g, '|'));
  return {
    captions: texts(/<caption>(.*?)\.<\/caption>/g),
    heads: texts(/<div class="hd"[^>]*>(.*?)<\/div>/g).map((head) => head.split('|').filter(Boolean).join(' ')),
  };
}

it('names who reported a ladder, and tells those of one day apart by their time', () => {
  const { captions, heads } = columnsOf(
    reported('host', '2026-11-28T09:00:00Z'),
    reported('rep', '2026-11-28T13:05:00Z'),
    reported('rep', '2026-11-29T09:00:00Z'),
  );
  expect(captions).toEqual([
    'Reported by Ruth Adeyemi, 28 Nov, 10:00',
    'Marisol’s read, 28 Nov, 14:05',
    'Marisol’s read, 29 Nov',
  ]);
  expect(heads).toEqual(['Ruth 28 Nov ,  10:00', 'Marisol 28 Nov ,  14:05', 'Marisol 29 Nov']);
});

it('tells those of one person and one minute apart by their order, seen and heard', () => {
  const { captions, heads } = columnsOf(
    reported('rep', '2026-11-28T13:05:10Z'),
    reported('host', '2026-11-28T13:05:15Z'),
    reported('rep', '2026-11-28T13:05:20Z'),
    reported('rep', '2026-11-28T13:06:00Z'),
  );
  expect(captions).toEqual([
    'Marisol’s read, 28 Nov, 14:05, first',
    'Reported by Ruth Adeyemi, 28 Nov, 14:05',
    'Marisol’s read, 28 Nov, 14:05, second',
    'Marisol’s read, 28 Nov, 14:06',
  ]);
  expect(heads).toEqual([
    'Marisol 28 Nov ,  14:05 , first',
    'Ruth 28 Nov ,  14:05',
    'Marisol 28 Nov ,  14:05 , second',
    'Marisol 28 Nov ,  14:06',
  ]);
});
