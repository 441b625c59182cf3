import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Result } from '@/app/labs/[lab]/(bar)/history/result';
import type { FoundDeal, FoundPlace, FoundResult } from '@/db/found';
import { ViewerProvider } from '@/ui/viewer';

const session = { id: 's', number: 12, startsAt: '2026-03-03T17:00:00.000Z' };
const place = (about: Partial<FoundPlace>): FoundPlace => ({
  kind: 'check_in',
  part: '',
  pieces: [],
  author: 'Marisol Vega',
  at: '2026-04-04T17:00:00.000Z',
  helpful: false,
  pinned: false,
  late: false,
  ...about,
});
const deal: FoundDeal = {
  id: 'd',
  title: 'The plant that loves us',
  rep: 'Marisol Vega',
  account: 'Halden',
  session,
  read: null,
  whose: 'room',
  rung: null,
  decision: null,
  dueOn: null,
  outcome: null,
};
const found: FoundResult = {
  id: 'd',
  lab: { slug: 'thursday-lab', name: 'Thursday Lab', timeZone: 'Europe/Stockholm' },
  deal,
  session,
  places: [place({}), place({ kind: 'evidence', part: '3 k' })],
  more: 0,
  similar: [],
};

const drawn = (result: FoundResult, locale: string, atLeast = false) =>
  renderToStaticMarkup(
    <ViewerProvider viewer={{ locale, zone: 'Asia/Tokyo' }}>
      <Result result={result} everywhere atLeast={atLeast} />
    </ViewerProvider>,
  );

it('the days of what was found are the lab’s, each marked where its language is not the page’s', () => {
  const german = drawn(found, 'de');
  expect(german.match(/<time [^>]*lang="de"[^>]*>[^<]*/g)?.map((day) => day.split('>')[1])).toEqual([
    '3. März',
    '4. April',
    '4. April',
  ]);
  expect(german.replaceAll(/<[^>]*>/g, '')).not.toMatch(/undefined/);
  const english = drawn(found, 'en-GB');
  expect(english).not.toContain('lang=');
  const text = english.replaceAll(/<[^>]*>/g, '|').replaceAll(/\|+/g, '|');
  expect(text).toContain('Marisol Vega · Halden · session 12, |3 March| · Thursday Lab');
  expect(text).toContain('Check-in, |4 April');
  expect(text).toContain('Evidence at rung 3, check-in of |4 April');
});

it('a closing round has its day and lab alone', () => {
  const { deal: _, ...round } = found;
  const text = drawn(round, 'en-GB')
    .replaceAll(/<[^>]*>/g, '|')
    .replaceAll(/\|+/g, '|');
  expect(text).toContain('The closing round of session 12|3 March| · Thursday Lab');
});

it('counts the places that are not shown, and says where there may be more than it counted', () => {
  const told = (more: number, atLeast: boolean) =>
    /[^>]*more place[^<]*/.exec(drawn({ ...found, more }, 'en-GB', atLeast))?.[0];
  expect([told(0, false), told(1, false), told(4, false)]).toEqual([undefined, 'One more place', '4 more places']);
  expect([told(1, true), told(4, true)]).toEqual(['At least one more place', 'At least 4 more places']);
});
