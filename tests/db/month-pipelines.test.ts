import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { pressureCases } from '@/db/insights-pressure';
import { membershipIn } from '@/db/labs';
import { useTestDatabase } from '../support/database';
import { HOST, REP, REP_2, REP_3, SESSION, START, World } from '../support/session-world';
import { storeHistory, storeLab } from '../support/stored-lab';

useTestDatabase();

const DAY = 86_400_000;
/** What the migration does to a database that is older than the table. */
const BACKFILL = readFileSync('db/migrations/0022_month_pipelines.sql', 'utf8')
  .split('--> statement-breakpoint')
  .at(-1)!;

let world: World;
let stored = 0;

async function store() {
  await storeHistory(SESSION, world.session, stored);
  stored = world.session.events.length;
}

async function told() {
  const cases = await pressureCases((await membershipIn(HOST, 'thursday-lab'))!);
  return Object.fromEntries(cases.map(({ repId, otherLiveDeals }) => [repId, otherLiveDeals]));
}

const pipeline = (otherLiveDeals: number, about: object = {}) => ({ otherLiveDeals, lifeOrDeath: 2, ...about });

function edits(rep: string, scenarioId: string, to: object) {
  world.ok(rep, 'scenario.edit', { scenarioId, changes: { pipeline: to }, base: world.session.state.seq });
}

describe('a deal in the lab’s pipelines together', () => {
  beforeEach(async () => {
    await sqlClient()`truncate labs, users cascade`;
    await storeLab((id) => id);
    world = new World();
    stored = 0;
  });

  const brought = async () => {
    const deals = [REP, REP_2, REP_3].map((rep) => world.brings(rep, { pipeline: pipeline(1) })) as [
      string,
      string,
      string,
    ];
    await store();
    expect(await told()).toEqual({ [REP]: 1, [REP_2]: 1, [REP_3]: 1 });
    return deals;
  };
  const change = async ([edited, hidden, withdrawn]: [string, string, string]) => {
    edits(REP, edited, pipeline(9));
    edits(REP_2, hidden, pipeline(1, { hostsOnly: true }));
    world.ok(REP_3, 'scenario.withdraw', { scenarioId: withdrawn });
    await store();
  };

  it('is as it was changed, kept for the hosts or withdrawn in the month that it was brought in', async () => {
    const deals = await brought();
    world.now = START + 3 * DAY;
    await change(deals);
    expect(await told()).toEqual({ [REP]: 9 });
  });

  it('stays as it was when that month was over, whatever is changed later', async () => {
    const deals = await brought();
    world.now = START + 5 * DAY;
    await change(deals);
    expect(await told()).toEqual({ [REP]: 1, [REP_2]: 1, [REP_3]: 1 });
  });

  it('is as it stands where it is older than what a month keeps', async () => {
    const deals = await brought();
    world.now = START + 3 * DAY;
    await change(deals);
    await sqlClient()`delete from month_pipelines`;
    await sqlClient().unsafe(BACKFILL);
    expect(await told()).toEqual({ [REP]: 9 });
  });
});
