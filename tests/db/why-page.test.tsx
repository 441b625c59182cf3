import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import WhyPage from '@/app/me/why/page';
import { sqlClient } from '@/db/connection';
import { addGrowthLine } from '@/db/why';
import { REFLECTIONS, type ReflectionKey } from '@/domain/why';
import { useTestDatabase } from '../support/database';
import { keepNewest } from '../support/reflections';
import { REP, REP_2 } from '../support/session-world';
import { storeLab } from '../support/stored-lab';

const here = vi.hoisted(() => ({ id: '' }));
vi.mock('@/app/current-person', () => ({ currentPerson: async () => here }));
vi.mock('@/app/lab-bar', () => ({ LabBar: () => null }));
vi.mock('@/app/person-menu', () => ({ PersonMenu: () => null }));
vi.mock('@/app/me/why/actions', () => ({ keepAnswer: vi.fn(), updateLine: vi.fn(), share: vi.fn() }));

useTestDatabase();

const NOW = Date.UTC(2026, 10, 27, 12);
const PROMPT = 'Do you still?';

/** The page as somebody gets it, in plain text. */
async function pageOf(userId: string): Promise<string> {
  here.id = userId;
  const stream = await renderToReadableStream((await WhyPage()) as ReactElement);
  await stream.allReady;
  return (await new Response(stream).text())
    .replaceAll('<!-- -->', '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

async function answered(question: ReflectionKey, day: string, body: string): Promise<void> {
  await keepNewest(REP, question, body, day);
  await sqlClient()`
    update reflections set written_at = ${`${day}T12:00:00Z`}::text::timestamptz
    where user_id = ${REP} and question = ${question} and day = ${day}`;
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  await storeLab((id) => id);
});
afterAll(() => void vi.useRealTimers());

it('asks “Do I still believe that?” again a quarter after its last answer, and only then', async () => {
  for (const question of REFLECTIONS) await answered(question, '2026-02-01', `Old ${question}`);
  expect((await pageOf(REP)).split(PROMPT)).toHaveLength(2);
  expect(await pageOf(REP)).toContain('You answered ten months ago. Do you still?');
  await answered('still', '2026-08-29', 'I do, since August.');
  expect(await pageOf(REP)).not.toContain(PROMPT);
  vi.setSystemTime(Date.UTC(2026, 10, 28, 12));
  expect(await pageOf(REP)).toContain('You answered three months ago. Do you still?');
  vi.setSystemTime(NOW);
  const page = await pageOf(REP);
  expect(page).toContain('I do, since August.');
  expect(page).toContain('Revisited once, on 29 August 2026');
  expect(page).toContain('1 earlier');
});

it('tells the time where several answers share a day', async () => {
  await keepNewest(REP, 'others', 'In the morning', '2026-11-25');
  await keepNewest(REP, 'others', 'In the evening', '2026-11-25');
  const at = (body: string, time: string) => sqlClient()`
    update reflections set written_at = ${`2026-11-25T${time}Z`}::text::timestamptz where body = ${body}`;
  await at('In the morning', '08:15:00');
  await at('In the evening', '19:40:00');
  const page = await pageOf(REP);
  expect(page).toContain('In the evening');
  expect(page).toContain('Revisited twice, last on 25 November 2026 , 19:40');
  expect(page).toContain('Revisited once, on 29 August 2026 Revisit');
});

it('shows a growth log’s lines with day and link, says what is stale, what holds and what expired, and counts the earlier ones', async () => {
  const line = (body: string, on: string, more = {}) => ({ body, on, link: undefined, ...more });
  await addGrowthLine(REP, 'book', line('An older book', '2026-03-01'));
  await addGrowthLine(REP, 'book', line('A book', '2026-11-02', { link: 'https://example.org/book' }));
  await addGrowthLine(REP, 'article', line('An article', '2016-07-01'));
  await addGrowthLine(REP, 'certification', line('Refrigeration', '2024-01-31', { expiresOn: '2028-01-31' }));
  const page = await pageOf(REP);
  expect(page).toContain('Last book or post read or written 2 November 2026 A book https://example.org/book');
  expect(page).toMatch(/1 earlier : Last book/);
  expect(page).not.toContain('An older book');
  expect(page.split('old. Is it still the last one?')).toHaveLength(2);
  expect(page).toMatch(/An article .*Ten years old. Is it still the last one/);
  expect(page).toContain('31 January 2024 , valid to 31 January 2028');
  await addGrowthLine(REP, 'certification', line('Pumps', '2023-01-31', { expiresOn: '2026-01-31' }));
  const later = await pageOf(REP);
  expect(later).toContain('31 January 2023 , expired 31 January 2026 Pumps');
  expect(later).toContain('It has expired. Is there a newer one?');
});

it('has nothing of anybody else', async () => {
  const page = await pageOf(REP_2);
  for (const words of ['Old value', 'since August', 'A book', 'Refrigeration', PROMPT, 'Ten years old']) {
    expect(page).not.toContain(words);
  }
});
