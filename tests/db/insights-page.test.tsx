import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import InsightsPage from '@/app/labs/[lab]/(bar)/insights/page';
import { sqlClient } from '@/db/connection';
import { letObserversRead } from '@/db/insights';
import { CAST, type Actor } from '@/demo/cast';
import type { People } from '@/demo/people';
import { inWords } from '@/domain/number-words';
import { useTestDatabase } from '../support/database';
import { agreed, asNumber, cellsIn, figuresIn, linesIn, sum, textOf } from '../support/insights-html';
import { memberOf, says, seedTwelveWeeks } from '../support/twelve-weeks';
import { whileSet } from '../support/while-set';

const here = vi.hoisted(() => ({ membership: undefined as unknown }));
vi.mock('@/app/pledged', () => ({ pledgedMemberOf: async () => ({ membership: here.membership }) }));
vi.mock('@/app/labs/[lab]/(bar)/insights/actions', () => ({ shareInsights: () => undefined }));

useTestDatabase();

const NOW = Date.UTC(2026, 10, 26, 12);
const DAY = 86_400_000;
let people: People;
let slug: string;

/** The page as somebody gets it. */
async function pageOf(actor: Actor, searchParams: Record<string, string> = {}): Promise<string> {
  here.membership = await memberOf(people.ids[actor]);
  const page = (await InsightsPage({
    params: Promise.resolve({ lab: slug }),
    searchParams: Promise.resolve(searchParams),
  })) as ReactElement;
  const stream = await renderToReadableStream(page);
  await stream.allReady;
  return (await new Response(stream).text()).replaceAll('<!-- -->', '');
}

/** What plain SQL says, one text a row. */
async function titles(query: string): Promise<string[]> {
  return (await says<{ title: string }>(query)).map(({ title }) => title);
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  people = await seedTwelveWeeks(20_261_126, NOW);
  const [lab] = await sqlClient()<{ slug: string }[]>`select slug from labs`;
  slug = lab?.slug ?? '';
}, 60_000);
afterAll(() => void vi.useRealTimers());

/** Every line of the list behind a figure of somebody's page, page by page. */
async function wholeList(actor: Actor, figures: Map<string, string>, id: string): Promise<string[]> {
  const lines: string[] = [];
  let figure = figures.get(id) ?? '';
  for (let page = 2; ; page += 1) {
    lines.push(...linesIn(figure).map(([, line]) => textOf(line ?? '')));
    if (!figure.includes(`page=${page}#${id}`)) return lines;
    figure = figuresIn(await pageOf(actor, { behind: id, page: String(page) })).get(id) ?? '';
    expect(figure).toContain('<details class="behind no-print" open="">');
  }
}

describe('the page of insights for who takes part', () => {
  it('has a list behind each figure, of as many as it says to rest on, whatever the page', async () => {
    const figures = figuresIn(await pageOf('ruth'));
    expect(figures.size).toBe(13);
    for (const [id, figure] of figures) {
      const summary = /<summary>The (\S+) /.exec(figure)?.[1];
      const lines = await wholeList('ruth', figures, id);
      expect(summary, id).toBe(inWords(lines.length));
      expect(linesIn(figure).length, id).toBe(Math.min(lines.length, 50));
    }
    expect((await wholeList('ruth', figures, 'kinds')).length).toBeGreaterThan(150);
  });

  it('has lists that add up to the tables', async () => {
    const figures = figuresIn(await pageOf('ruth'));
    /** The columns that together count every line of the list. */
    const columns: Record<string, number[]> = {
      ladder: [0],
      climbs: [0],
      'follow-through': [0, 1, 2],
      outcomes: [0],
      decisions: [6],
      kinds: [0],
      help: [5],
      waiting: [0],
    };
    for (const [id, counted] of Object.entries(columns)) {
      const cells = cellsIn(figures.get(id) ?? '');
      const lines = await wholeList('ruth', figures, id);
      expect(sum(cells.flatMap((row) => counted.map((at) => row[at] ?? NaN))), id).toBe(lines.length);
    }
    const lines = await wholeList('ruth', figures, 'kinds');
    const [, helpful, used] = [0, 1, 2].map((at) =>
      sum(cellsIn(figures.get('kinds') ?? '').map((row) => row[at] ?? NaN)),
    );
    expect(lines.filter((line) => line.includes('marked helpful')).length).toBe(helpful);
    expect(lines.filter((line) => /· .*used/.test(line)).length).toBe(used);
    const balance = (await wholeList('ruth', figures, 'balance')).map(
      (line) => /(\S+) contributions?, answers too/.exec(line)?.[1],
    );
    const written = /wrote half of (\S+) contributions, answers too/.exec(textOf(figures.get('balance') ?? ''))?.[1];
    expect(sum(balance.map((count) => asNumber(count)))).toBe(asNumber(written));
    const follow = await wholeList('ruth', figures, 'follow-through');
    expect(follow.filter((line) => line.includes('done in time')).length).toBe(
      sum(cellsIn(figures.get('follow-through') ?? '').map(([kept]) => kept ?? NaN)),
    );
  });

  it('ranks nobody: who helps and who writes stand by their names', async () => {
    const page = figuresIn(await pageOf('devon'));
    for (const id of ['help', 'balance']) {
      const figure = page.get(id) ?? '';
      const rows = id === 'help' ? [...figure.matchAll(/<th scope="row">([^<]*)/g)] : linesIn(figure);
      const names = rows.map(([, name]) => textOf(name ?? '').trim());
      expect(names.length, id).toBeGreaterThan(4);
      expect(names, id).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    }
  });

  it('shows the cases, and no figure, where they are fewer than five', async () => {
    vi.setSystemTime(NOW + 48 * DAY);
    const figures = figuresIn(await pageOf('ruth', { range: 'weeks' }));
    vi.setSystemTime(NOW);
    for (const id of ['ladder', 'gap', 'time', 'waiting', 'attendance']) {
      const figure = figures.get(id) ?? '';
      expect(figure, id).toContain('too few for a figure, so here they are.');
      expect(figure, id).not.toMatch(/<table|<svg|<details/);
      const said = /<p class="soft">(\S+) /.exec(figure)?.[1];
      expect(linesIn(figure).length, id).toBe(asNumber(said?.toLowerCase()));
    }
    // What is written beside few deals can be plenty, and is a figure.
    expect(figures.get('kinds')).toMatch(/<table/);
  });

  it('shows the open commitments too where few are closed, and says so', async () => {
    // Due in a year, and reported on before they were made: none is closed.
    const page = await whileSet('checkins', 'at', `at - interval '1 year'`, () =>
      whileSet('commitments', 'due_on', 'due_on + 365', () => pageOf('ruth')),
    );
    const figure = figuresIn(page).get('follow-through') ?? '';
    const [promised] = await titles('select count(*)::text as title from commitments where due_on is not null');
    expect(Number(promised)).toBeGreaterThan(12);
    expect(textOf(figure)).toContain(
      `No commitments that are no longer open so far: too few for a figure, so here are the ${inWords(Number(promised))} commitments with the open ones.`,
    );
    expect(linesIn(figure).length).toBe(Number(promised));
  });

  it('opens the last page of a list where it has not so many as are asked for', async () => {
    for (const behind of ['waiting', 'kinds', 'help']) {
      const figure = figuresIn(await pageOf('ruth', { behind, page: '99' })).get(behind) ?? '';
      const [, page, last] = /Page (\d+) of (\d+)/.exec(textOf(figure)) ?? [];
      expect(page, behind).toBe(last);
      expect(linesIn(figure).length, behind).toBeGreaterThan(0);
    }
    const labels = [...(await pageOf('ruth')).matchAll(/<nav [^>]*aria-label="(Pages of [^"]*)"/g)].map(
      ([, name]) => name,
    );
    expect(labels.length).toBeGreaterThan(1);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('has those who left in one line of the talk balance, with the way to their words together', async () => {
    const lines = async () => linesIn(figuresIn(await pageOf('ruth')).get('balance')).map(([, line]) => line ?? '');
    const countIn = (line = '') => asNumber(/(\S+) contributions?, answers too/.exec(textOf(line))?.[1]);
    const before = await lines();
    const gone = [people.ids.sam, people.ids.priya];
    await sqlClient()`create table gone as select * from members where user_id = any(${gone}::uuid[])`;
    await sqlClient()`delete from members where user_id = any(${gone}::uuid[])`;
    let after: string[] = [];
    try {
      after = await lines();
    } finally {
      await sqlClient()`insert into members select * from gone`;
    }
    const left = before.filter((line) => gone.some((id) => line.includes(id)));
    expect(left.length).toBe(2);
    expect(after.slice(0, -1)).toEqual(before.filter((line) => !left.includes(line)));
    expect(after.at(-1)).toContain(`href="/labs/${slug}/history?person=former"`);
    expect(textOf(after.at(-1) ?? '')).toContain('Two former members');
    expect(countIn(after.at(-1))).toBe(sum(left.map(countIn)));
  });

  it('shows one’s own pipeline and calibration to oneself alone', async () => {
    for (const actor of ['marisol', 'devon'] as const) {
      const own = await titles(`select title from scenarios where rep_id = '${people.ids[actor]}'`);
      const others = await titles(`select title from scenarios where rep_id <> '${people.ids[actor]}'`);
      const page = await pageOf(actor);
      const alone = page.slice(page.indexOf('For you alone'));
      expect(page).toContain('For you alone');
      for (const title of own) expect(alone).toContain(`>${title}<`);
      for (const title of others) expect(alone).not.toContain(`>${title}<`);
      expect(figuresIn(page).get('calibration-own')).toMatch(/You placed the rung right|Your calibration/);
      expect(alone).toContain('id="calibration-own"');
    }
    for (const actor of ['ruth', 'tom'] as const) expect(await pageOf(actor)).not.toContain('For you alone');
  });

  it('says how one’s own calls of the lowest open rung came out', async () => {
    const [of] = await sqlClient().unsafe<{ right: number; all: number }[]>(`
      with own as (
        select (select coalesce(min(n), 0) from generate_series(1, 5) n where t.reveal->'read'->>(n - 1) <> 'yes') as said,
          (select outcome from checkins where commitment_id = c.id order by at desc limit 1) as outcome,
          (select ladder from checkins where commitment_id = c.id order by at desc limit 1) as ladder,
          (select looking_back from checkins where commitment_id = c.id order by at desc limit 1) as back
        from turns t join commitments c on c.turn_id = t.id
        where t.rep_id = '${people.ids.priya}' and t.reveal is not null),
      was as (
        select said, coalesce(back, (
          select coalesce(min(n), 0) from generate_series(1, 5) n where ladder->(n - 1)->>'answer' <> 'yes')) as was
        from own where outcome in ('won', 'lost', 'moved_on')
          and (back is not null or (ladder is not null and outcome <> 'won')))
      select (count(*) filter (where said = was))::int as right, count(*)::int as all from was`);
    const figure = figuresIn(await pageOf('priya')).get('calibration-own') ?? '';
    if ((of?.all ?? 0) >= 5) expect(cellsIn(figure)[0]?.slice(0, 2)).toEqual([of?.right, of?.all]);
    else expect(linesIn(figure).length).toBe(of?.all);
    expect(of?.all).toBeGreaterThan(0);
    expect(linesIn(figure).filter(([, line]) => agreed(textOf(line ?? ''))).length).toBe(of?.right);
  });

  it('loses no deal’s outcome on the line of one’s pipeline, however many they are', async () => {
    const early = `(select id from scenarios order by submitted_at limit 20)`;
    const page = await whileSet('scenarios', 'rep_id', `'${people.ids.sam}' where id in ${early}`, () => pageOf('sam'));
    const figure = figuresIn(page).get('own-pressure') ?? '';
    const drawn = [...figure.matchAll(/<text[^>]*class="ts">([^<]*)/g)].map(([, outcome]) => outcome?.toLowerCase());
    const lines = linesIn(figure).map(([, line]) =>
      textOf(line ?? '')
        .split(' · ')[1]
        ?.trim(),
    );
    expect(drawn.length).toBeGreaterThanOrEqual(20);
    expect(drawn).toEqual([...lines].reverse());
  });
});

describe('the page of insights for who listens in', () => {
  it('is not there before a host shares it', async () => {
    expect(await pageOf('ellen')).toContain('<h1>This lab keeps its insights to those who take part</h1>');
  });

  it('has no person and no deal in it, and no way to one', async () => {
    await letObserversRead(await memberOf(people.ids.ruth), true);
    const html = await pageOf('ellen');
    for (const { name } of Object.values(CAST)) expect(html).not.toContain(name);
    for (const title of await titles('select title from scenarios')) expect(html).not.toContain(title);
    expect(html).not.toMatch(/scenarios|recap|history|person=|<details|For you alone/);
    expect(html).toContain('Kinds of contribution');
  });

  it('is the same whatever range or list is asked for, so that nothing can be taken from another', async () => {
    const html = await pageOf('ellen');
    for (const range of ['weeks', 'year', 'all']) {
      expect(await pageOf('ellen', { range, behind: 'kinds', page: '2' })).toBe(html);
    }
  });

  it('tells shares in steps of five, never a count of deals, and of five people at least', async () => {
    const html = await pageOf('ellen');
    const told = html.slice(0, html.indexOf('Pipeline pressure by months'));
    const shares = [...told.matchAll(/<td>(\d+)%<\/td>/g)].map(([, share]) => Number(share));
    expect(shares.length).toBeGreaterThan(20);
    expect(shares.filter((share) => share % 5 !== 0)).toEqual([]);
    const cells = [...told.matchAll(/<td>([^<]*)<\/td>/g)].map(([, cell]) => cell ?? '');
    const others = cells.filter((cell) => !/^(\d+%|under 5%|\d+:\d\d)$/.test(cell));
    // The one count is of who was in the room: eight of them, as a range.
    expect(others).toEqual(['5 to 9']);
    expect(told.match(/rounded to the nearest 5%/g)?.length).toBeGreaterThan(5);
    const counted = [...told.matchAll(/[Rr]ests on at least (\w+) people/g)].map(([, count]) => count);
    expect(new Set(counted)).toEqual(new Set(['five']));
  });

  it('tells nothing of a lab of four, but how it is', async () => {
    const two = `('${people.ids.devon}', '${people.ids.priya}')`;
    const html = await whileSet('turns', 'rep_id', `'${people.ids.sam}' where rep_id in ${two}`, () => pageOf('ellen'));
    const untold = /Shown once five people stand behind each part of it.*?<\/ul>/s.exec(html)?.[0] ?? '';
    expect([...untold.matchAll(/<li>([^<]*)/g)].map(([, what]) => what)).toEqual(
      expect.arrayContaining([
        'Where deals stand on the ladder, by the room’s read',
        'Reps’ reads beside the room’s',
        'Climbs after coaching',
        'Follow-through on time',
        'What became of the deals',
        'Decisions',
        'Time per turn against plan',
        'Waiting time in the queue',
        'Calibration',
      ]),
    );
  });
});
