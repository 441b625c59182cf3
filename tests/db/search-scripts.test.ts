import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { historyPage } from '@/db/found';
import { followLog, sessionsToFollow } from '@/db/places';
import { readHistoryQuery } from '@/domain/history-query';
import { useTestDatabase } from '../support/database';
import { HOST, REP, REP_2, SESSION, World } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const SAID = [
  '会社の契約 どうする',
  '先週データベースの見積りを送りました。',
  'AcmeのCRM担当者は誰ですか',
  '我们已经签了合同，但是预算没有批准。',
  '🎉',
  'They signed 👍🏽 at last.',
];

/** What the migration does to the places of a database that is older than it. */
const FOLLOW_ANEW = readFileSync('db/migrations/0023_brought_up_to_date.sql', 'utf8').split(
  '--> statement-breakpoint',
)[1];

beforeAll(async () => {
  const world = new World();
  world.seats(world.brings(REP), 'coach');
  for (const body of SAID) world.says(REP_2, { body });
  world.ok(HOST, 'turn.end');
  await storeLab((id) => id);
  await storeHistory(SESSION, world.session);
  await follow();
});

async function follow() {
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
}

const search = (text: string, filters = {}) => historyPage([LAB], readHistoryQuery({ q: text, ...filters }));

/** What was found, with what is marked in it between brackets. */
async function found(text: string): Promise<string[]> {
  const { results, places } = await search(text);
  const told = results.flatMap((result) =>
    result.places.map(({ pieces }) => pieces.map((one) => (one.marked ? `[${one.text}]` : one.text)).join('')),
  );
  expect(places).toBe(told.length);
  return told;
}

describe('words of scripts that put no space between them', () => {
  it.each([
    ['契約', ['会社の[契約] どうする']],
    ['会社の契約', ['[会社の契約] どうする']],
    ['契約 する', ['会社の[契約] どう[する]']],
    ['データ', ['先週[データ]ベースの見積りを送りました。']],
    ['crm', ['Acmeの[CRM]担当者は誰ですか']],
    ['担当者', ['AcmeのCRM[担当者]は誰ですか']],
    ['合同', ['我们已经签了[合同]，但是预算没有批准。']],
    ['预算 合同', ['我们已经签了[合同]，但是[预算]没有批准。']],
    ['会契', []],
    ['解約', []],
  ])('are found inside a sentence: %s', async (text, places) => {
    expect(await found(text)).toEqual(places);
  });
});

describe('what holds neither letter nor digit', () => {
  it.each(['-', '!!!', '…', '😀', '- 😀', '·'])('is said nowhere, rather than everywhere: %s', async (text) => {
    expect(await search(text)).toMatchObject({ results: [], deals: 0, places: 0, more: false, close: false, page: 1 });
    const { places, instead } = await search(text, { kind: 'advice', page: '3' });
    expect([places, instead]).toEqual([0, [{ without: 'kind', places: 0 }]]);
  });

  it.each([
    ['🎉', ['[🎉]']],
    ['👍', ['They signed [👍]🏽 at last.']],
    ['👍 signed', ['They [signed] [👍]🏽 at last.']],
  ])('is found where it was said as a picture: %s', async (text, places) => {
    expect(await found(text)).toEqual(places);
  });
});

it('older places are brought up to date', async () => {
  const sql = sqlClient();
  await sql`delete from places where body = '🎉'`;
  await sql`update places set vector = to_tsvector('simple', body)`;
  expect([await found('契約'), await found('🎉')]).toEqual([[], []]);
  await sql.unsafe(FOLLOW_ANEW!);
  await follow();
  expect([await found('契約'), await found('🎉')]).toEqual([['会社の[契約] どうする'], ['[🎉]']]);
});
