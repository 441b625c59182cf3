import { beside, interleaved, ourRoom, startBare, startClients, type Bench, type Measured } from '../bench';
import { openMeeting } from '../meeting';
import type { RawTasks } from '../raw';
import { quantile } from '../stats';
import { Worker } from '../worker';

const CLIENTS = 200;
const COMMANDS = 1000;
const WARM_UP = 100;
const PER_SECOND = 20;

/** From a command to the last of 200 clients: p99 of 1,000 against bare's broadcast p99 and one raw insert's p99. */
export async function latency(bench: Bench): Promise<Measured> {
  const { house } = bench;
  await house.startServer();
  const lab = await house.addLab({ reps: CLIENTS + 1, observers: 0 });
  const meeting = await openMeeting(lab);
  const bare = await startBare();
  const raw = new Worker<RawTasks>(beside('raw'));
  const [ourClients, bareClients] = [startClients(), startClients()];
  await raw.ask('connect', { url: house.databaseUrl, pool: 1 });
  await ourClients.ask('open', { ...ourRoom(lab, meeting.sessionId, lab.reps.slice(1)), count: CLIENTS });
  await bareClients.ask('open', { ...bare.room, count: CLIENTS });

  const result = await interleaved(bench, async (round) => {
    const commands = round === 0 ? WARM_UP : COMMANDS;
    const pace = { commands, perSecond: PER_SECOND };
    // Bare and raw share their minute: they use different processes, and each waits out the other's half step.
    const [broadcast, insert] = await Promise.all([
      bareClients.ask('pace', { ...pace, turnId: bare.turnId }),
      raw.ask('pace', { rows: commands, perSecond: PER_SECOND }),
    ]);
    const ours = await ourClients.ask('pace', { ...pace, turnId: meeting.turnId });
    return { value: quantile(ours, 0.99), baseline: quantile(broadcast, 0.99) + quantile(insert, 0.99) };
  });

  await Promise.all([ourClients.end(), bareClients.end(), bare.end(), raw.end()]);
  await house.killServer();
  return { name: 'command to last client, p99 ms', ...result, must: 2, aim: 1.2, wants: 'less', notes: [] };
}
