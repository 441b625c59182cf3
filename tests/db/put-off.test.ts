import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { useTestDatabase } from '../support/database';
import { HOST, REP, REP_2, SESSION, World } from '../support/session-world';
import { storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

/** What the migration does to the turns of a database that is older than the column. */
const BACKFILL = readFileSync('db/migrations/0018_put_off.sql', 'utf8').split('--> statement-breakpoint')[1]!;

describe('T11: whether a turn was put off', () => {
  it('is in history as its log has it, and the migration finds the same in older ones', async () => {
    await storeLab((id) => id);
    const world = new World();
    const deals = {
      'put off': world.brings(REP),
      'taken up again': world.brings(REP),
      'put off twice': world.brings(REP),
      'committed to': world.brings(REP_2),
      heard: world.brings(REP_2),
    };
    const puts = (scenarioId: string) => {
      world.seats(scenarioId, 'commit');
      world.ok(HOST, 'scenario.defer', { scenarioId });
    };
    puts(deals['put off']);
    puts(deals['put off twice']);
    puts(deals['put off twice']);
    puts(deals['taken up again']);
    puts(deals['committed to']);
    world.ok(REP_2, 'commitment.make', { decision: 'move_on', scenarioId: deals['committed to'] });
    for (const scenarioId of [deals['taken up again'], deals.heard]) {
      world.ok(HOST, 'turn.start', { scenarioId });
      world.ok(HOST, 'turn.end');
    }
    await storeHistory(SESSION, world.session);
    const putOff = async () => {
      const rows = await sqlClient()<{ scenarioId: string; putOff: boolean }[]>`
        select scenario_id as "scenarioId", put_off as "putOff" from turns`;
      const found = new Map(rows.map((row) => [row.scenarioId, row.putOff]));
      return Object.fromEntries(Object.entries(deals).map(([name, id]) => [name, found.get(id)]));
    };
    const expected = {
      'put off': true,
      'taken up again': false,
      'put off twice': true,
      'committed to': false,
      heard: false,
    };
    expect(await putOff()).toEqual(expected);
    await sqlClient()`update turns set put_off = false`;
    await sqlClient().unsafe(BACKFILL);
    expect(await putOff()).toEqual(expected);
  });
});
