import { beside, interleaved, ourRoom, rounded, startClients, type Bench, type Measured } from '../bench';
import { openMeeting } from '../meeting';
import type { RawTasks } from '../raw';
import { Worker } from '../worker';

const SENDERS = 64;
const COMMANDS = 6000;
const POOLS = [4, 8, 16, 32, 64];
/** A run is over in less than a second: what runs for weeks is not measured while it is being compiled. */
const WARM_UPS = 4;

/** One room, 64 senders who also receive everything: durable acks a second against raw with 64 callers. */
export async function durableAcks(bench: Bench): Promise<Measured> {
  const { house, say } = bench;
  await house.startServer();
  const lab = await house.addLab({ reps: SENDERS + 1, observers: 0 });
  const raw = new Worker<RawTasks>(beside('raw'));
  const pool = await bestPool(raw, house.databaseUrl, say);
  await raw.ask('connect', { url: house.databaseUrl, pool });
  const clients = startClients();

  const measure = async () => {
    const baseline = await raw.ask('pump', { callers: SENDERS, rows: COMMANDS });
    // A room of its own each time: what a turn holds already would weigh on the next pair.
    const { sessionId, turnId } = await openMeeting(lab);
    await clients.ask('open', { ...ourRoom(lab, sessionId, lab.reps.slice(1)), count: SENDERS });
    const value = await clients.ask('pump', { commands: COMMANDS, turnId });
    await clients.ask('cut', undefined);
    return { value, baseline };
  };
  const result = await interleaved(bench, measure, { warmUps: WARM_UPS });

  await Promise.all([clients.end(), raw.end()]);
  await house.killServer();
  return {
    name: 'durable acks/s',
    ...result,
    must: 0.6,
    aim: 1,
    wants: 'more',
    notes: [`raw at its best pool size, ${rounded(pool)}`],
  };
}

async function bestPool(raw: Worker<RawTasks>, url: string, say: (sentence: string) => void): Promise<number> {
  let best = { pool: 0, perSecond: 0 };
  for (const pool of POOLS) {
    await raw.ask('connect', { url, pool });
    const perSecond = await raw.ask('pump', { callers: SENDERS, rows: COMMANDS / 2 });
    say(`  raw with ${pool} connections: ${rounded(perSecond)} inserts/s`);
    if (perSecond > best.perSecond) best = { pool, perSecond };
  }
  return best.pool;
}
