import { interleaved, ourRoom, startBare, startClients, type Bench, type Measured } from '../bench';
import { openMeeting } from '../meeting';

const CLIENTS = 1000;
/** Ten clients each: a welcome names everybody in the lab. */
const PEOPLE = 100;

/** 1,000 clients come back after the server was killed and is up again: ms until the last has all it lacks. */
export async function resume(bench: Bench): Promise<Measured> {
  const { house } = bench;
  await house.startServer();
  const lab = await house.addLab({ reps: PEOPLE, observers: 0 });
  const meeting = await openMeeting(lab);
  const clients = startClients();
  await clients.ask('open', { ...ourRoom(lab, meeting.sessionId, lab.reps), count: CLIENTS });
  const bareClients = startClients();

  const result = await interleaved(bench, async () => {
    const bare = await startBare();
    const baseline = await bareClients.ask('open', { ...bare.room, count: CLIENTS });
    await bareClients.ask('cut', undefined);
    await bare.end();

    await house.killServer();
    await clients.ask('cut', undefined);
    await house.startServer();
    const value = await clients.ask('reopen', undefined);
    return { value, baseline };
  });

  await Promise.all([clients.end(), bareClients.end()]);
  await house.killServer();
  return { name: 'resume of 1,000 clients, ms', ...result, must: 2, aim: 1.2, wants: 'less', notes: [] };
}
