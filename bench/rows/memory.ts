import { setTimeout as pause } from 'node:timers/promises';
import { interleaved, ourRoom, startBare, startClients, type Bench, type Measured } from '../bench';
import type { Room } from '../clients';
import { openMeeting } from '../meeting';
import { residentMemory } from '../memory';

const OBSERVERS = 1000;
/** Who comes and goes first, so that what a server needs once is not counted as an observer's. */
const FIRST = 200;
/** A server that has nothing to do gives back what it no longer needs, after a while. */
const SETTLE_MS = 5000;

/** Resident memory that each connected observer adds to a server. */
export async function memory(bench: Bench): Promise<Measured> {
  const { house } = bench;
  const lab = await house.addLab({ reps: 1, observers: OBSERVERS });
  const clients = startClients();

  async function perObserver(pid: number, room: Room): Promise<number> {
    await clients.ask('open', { ...room, count: FIRST });
    await clients.ask('cut', undefined);
    await pause(SETTLE_MS);
    const before = await residentMemory(pid);
    await clients.ask('open', { ...room, count: OBSERVERS });
    await pause(SETTLE_MS);
    const after = await residentMemory(pid);
    await clients.ask('cut', undefined);
    return (after - before) / OBSERVERS / 1024;
  }

  const result = await interleaved(bench, async () => {
    const bare = await startBare();
    const baseline = await perObserver(bare.pid, bare.room);
    await bare.end();

    await house.startServer();
    const { sessionId } = await openMeeting(lab);
    const value = await perObserver(house.serverPid(), ourRoom(lab, sessionId, lab.observers));
    await house.killServer();
    return { value, baseline };
  });

  await clients.end();
  return { name: 'memory per observer, kB', ...result, must: 1.5, aim: 1.1, wants: 'less', notes: [] };
}
