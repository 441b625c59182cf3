import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { historyPage } from '@/db/found';
import { membershipIn } from '@/db/labs';
import { followLog, sessionsToFollow } from '@/db/places';
import { similarDeals } from '@/db/similar';
import { readHistoryQuery } from '@/domain/history-params';
import { sharesText } from '@/domain/similar';
import { useTestDatabase } from '../support/database';
import { HOST, REP, REP_2, REP_3, REP_4, SESSION, World } from '../support/session-world';
import { LAB, storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const SAID = [
  '会社の契約 どうする',
  '先週データベースの見積りを送りました。',
  'AcmeのCRM担当者は誰ですか',
  '我们已经签了合同，但是预算没有批准。',
  '예산 가격은 강남에서 정합니다.',
  '강나루 카페',
  'Die Straße ist gesperrt.',
  '🎉',
  'They signed 👍🏽 at last.',
];

/** What the migration does to the places of a database that is older than it. */
const FOLLOW_ANEW = readFileSync('db/migrations/0023_brought_up_to_date.sql', 'utf8').split(
  '--> statement-breakpoint',
)[1];
const CHARACTERS_ALONE = readFileSync('db/migrations/0028_characters_alone.sql', 'utf8');

beforeAll(async () => {
  const world = new World();
  world.seats(world.brings(REP), 'coach');
  for (const body of SAID) world.says(REP_2, { body });
  world.ok(HOST, 'turn.end');
  world.brings(REP_3, { title: '预算批准了吗', story: 'これはどうするのですか' });
  world.brings(REP_4, { title: '데이터 플랫폼 グレード', story: 'これはどうするのですか' });
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
    ['契', ['会社の[契]約 どうする']],
    ['约', []],
    ['没', ['我们已经签了合同，但是预算[没]有批准。']],
    ['約', ['会社の契[約] どうする']],
    ['타', []],
    ['격', ['예산 가[격]은 강남에서 정합니다.']],
    ['가', ['예산 [가]격은 강남에서 정합니다.']],
    ['남에', ['예산 가격은 강[남에]서 정합니다.']],
    ['강나', ['[강나]루 카페']],
    ['会契', []],
    ['解約', []],
  ])('are found inside a sentence: %s', async (text, places) => {
    expect(await found(text)).toEqual(places);
  });
});

it.each(['strasse', 'Straße', 'STRASSE', 'straẞe', 'Strassé'])(
  'a sharp s is two, however it is typed: %s',
  async (text) => {
    expect(await found(text)).toEqual(['Die [Straße] ist gesperrt.']);
  },
);

describe('deals in scripts without spaces', () => {
  const similar = async (text: string) =>
    similarDeals((await membershipIn(REP_2, 'thursday-lab'))!, { text, stage: '', rung: null });

  it('are alike where they share what few deals have, told as it was written', async () => {
    const [one, ...none] = await similar('客户还没有签字，要等预算批准以后才能决定。');
    expect([one?.title, none]).toEqual(['预算批准了吗', []]);
    expect(sharesText(one!.shares)).toBe('both say 预算批准');
    expect((await similar('데이터 플랫폼 도입'))[0]?.title).toBe('데이터 플랫폼 グレード');
    expect(sharesText((await similar('次のグレードへ'))[0]!.shares)).toBe('both say グレード');
    expect(sharesText((await similar('Ein Grade für 데이터'))[0]!.shares)).toBe('both say 데이터');
  });

  it('are not alike for their grammar', async () => {
    expect(await similar('これはどうするのですか')).toEqual([]);
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

it.each([
  ['a character alone', '没', '%没有%'],
  ['a sharp s', 'strasse', '%Straße%'],
])('older places are brought up to date: %s', async (_, text, body) => {
  const sql = sqlClient();
  const then = await found(text);
  expect(then).toHaveLength(1);
  await sql`update places set vector = to_tsvector('simple', body) where body like ${body}`;
  expect(await found(text)).toEqual([]);
  await sql`update place_heads set seq = (select max(seq) from events where session_id = place_heads.session_id)`;
  await sql.unsafe(CHARACTERS_ALONE);
  await follow();
  expect(await found(text)).toEqual(then);
});
