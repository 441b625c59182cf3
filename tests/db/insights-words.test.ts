import { beforeAll, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { wordsBehind, writtenCases } from '@/db/insights-words';
import type { Membership } from '@/db/labs';
import { worthAsking } from '@/db/worth-asking';
import type { People } from '@/demo/people';
import type { WordsCase, WrittenCase } from '@/domain/insights/cases';
import { balanceOf, helpersOf, kindsOf, writersOf } from '@/domain/insights/coaching';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';
import { memberOf, says, seedTwelveWeeks } from '../support/twelve-weeks';

useTestDatabase();

const NOW = Date.UTC(2026, 10, 26, 12);
let people: People;
let host: Membership;
let written: WrittenCase[];

describe('what was written in twelve seeded weeks, each figure beside SQL written apart', () => {
  beforeAll(async () => {
    people = await seedTwelveWeeks(20_261_126, NOW);
    host = await memberOf(people.ids.ruth);
    written = await writtenCases(host, 0);
  }, 60_000);

  it('counts kinds, how many helped and how many were used, and how the writing is spread', async () => {
    const rows = await says<{ kind: string; count: string; helpful: string; used: string }>(`
      select kind, count(*), count(*) filter (where helpful) as helpful,
        count(*) filter (where exists (select 1 from commitments where contributions.id = any(uses))) as used
      from contributions where gone is null and kind <> 'answer' group by kind`);
    const figures = kindsOf(written).filter(({ count }) => count > 0);
    expect(Object.fromEntries(figures.map(({ kind, count, helpful, used }) => [kind, [count, helpful, used]]))).toEqual(
      Object.fromEntries(
        rows.map(({ kind, count, helpful, used }) => [kind, [Number(count), Number(helpful), Number(used)]]),
      ),
    );
    const shares = await says<{ share: number }>(
      `select count(*)::float8 / sum(count(*)) over () as share from contributions where gone is null group by author_id order by 1 desc`,
    );
    const half = balanceOf(written);
    expect(half.people).toBe(shares.length);
    const most = shares.slice(0, half.most.length).reduce((sum, { share }) => sum + share, 0);
    expect(Math.round(most * 100)).toBe(half.share);
    expect(most - (shares[half.most.length - 1]?.share ?? 0)).toBeLessThan(0.5);
  });

  it('lists everybody who wrote with as many words as the talk balance counts, answers too, by name', async () => {
    const rows = await says<{ name: string; count: string }>(`
      select u.name, count(*) from contributions c join users u on u.id = c.author_id where c.gone is null
      group by u.name order by u.name collate "en-x-icu"`);
    const writers = writersOf(written);
    expect(writers.map(({ name, count }) => [name, count])).toEqual(
      rows.map(({ name, count }) => [name, Number(count)]),
    );
    expect(writers.reduce((sum, { count }) => sum + count, 0)).toBe(balanceOf(written).count);
  });

  it('says who helped with what, by name and not by how much', async () => {
    const rows = await says<{ name: string; kind: string; count: string }>(`
      select u.name, c.kind, count(*) from contributions c join users u on u.id = c.author_id
      where c.gone is null and c.helpful and c.kind <> 'answer' group by u.name, c.kind
      order by u.name collate "en-x-icu", c.kind`);
    const helpers = helpersOf(written);
    const told = helpers.flatMap(({ name, kinds }) => [...kinds].sort().map(([kind, count]) => [name, kind, count]));
    expect(told).toEqual(rows.map(({ name, kind, count }) => [name, kind, Number(count)]));
    for (const { helpful, kinds } of helpers) expect([...kinds.values()].reduce((a, b) => a + b)).toBe(helpful);
  });

  it('lists the contributions behind the kinds, and those that helped, page by page: as many as their figures count', async () => {
    const whole = async (helpfulOnly: boolean) => {
      const pages: WordsCase[][] = [];
      do pages.push(await wordsBehind(host, 0, { helpfulOnly, skip: pages.length * 20, take: 20 }));
      while (pages.at(-1)?.length === 20);
      return pages.flat();
    };
    const all = await whole(false);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { kind, count, helpful, used } of kindsOf(written)) {
      const own = all.filter((one) => one.kind === kind);
      expect([own.length, own.filter((one) => one.helpful).length, own.filter((one) => one.used).length]).toEqual([
        count,
        helpful,
        used,
      ]);
    }
    expect(await whole(true)).toEqual(all.filter(({ helpful }) => helpful));
  });

  it('finds the questions that helped at a rung, used ones first, and none that was taken back', async () => {
    const rep = await memberOf(people.ids.marisol);
    const helped = `select c.id, c.body from contributions c join turns t on t.id = c.turn_id
      where t.reveal->>'lowestOpenRung' = '1' and c.kind = 'question' and c.gone is null
        and (c.helpful or exists (select 1 from commitments m where c.id = any(m.uses)))`;
    const all = await says<{ id: string }>(helped);
    const found = await worthAsking(rep, 1);
    expect(found.length).toBe(Math.min(4, all.length));
    expect(found.length).toBeGreaterThan(1);
    const ids = new Set(all.map(({ id }) => id));
    expect(found.every(({ id, helpful, used }) => ids.has(id) && (helpful || used > 0))).toBe(true);
    expect(found.map(({ used }) => used)).toEqual([...found.map(({ used }) => used)].sort((a, b) => b - a));
    const [first] = found;
    await sqlClient()`update contributions set gone = 'withdrawn', body = '' where id = ${first?.id ?? ''}`;
    expect((await worthAsking(rep, 1)).map(({ id }) => id)).not.toContain(first?.id);
    expect(await worthAsking(await hostOf(await makeLab()), 1), 'in another lab').toEqual([]);
  });
});
