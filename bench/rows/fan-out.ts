import { interleaved, ourRoom, rounded, startBare, startClients, type Bench, type Measured } from '../bench';
import { openMeeting } from '../meeting';
import { median } from '../stats';

const CLIENTS = 1000;
const EVENTS = 300;
/** What p99 may be later than bare's. */
const P99_GRACE_MS = 20;

/** One room of 1,000 clients and a burst of 300 events: deliveries a second against bare. */
export async function fanOut(bench: Bench): Promise<Measured> {
  const { house } = bench;
  await house.startServer();
  const lab = await house.addLab({ reps: CLIENTS, observers: 0 });
  const meeting = await openMeeting(lab);
  const bare = await startBare();
  const [ourClients, bareClients] = [startClients(), startClients()];
  await ourClients.ask('open', { ...ourRoom(lab, meeting.sessionId, lab.reps), count: CLIENTS });
  await bareClients.ask('open', { ...bare.room, count: CLIENTS });

  const p99: { ours: number; bare: number }[] = [];
  const result = await interleaved(bench, async () => {
    const theirs = await bareClients.ask('burst', { events: EVENTS, turnId: bare.turnId });
    const ours = await ourClients.ask('burst', { events: EVENTS, turnId: meeting.turnId });
    p99.push({ ours: ours.p99, bare: theirs.p99 });
    return { value: ours.perSecond, baseline: theirs.perSecond };
  });

  await Promise.all([ourClients.end(), bareClients.end(), bare.end()]);
  await house.killServer();
  const ours = median(p99.slice(1).map((pair) => pair.ours));
  const theirs = median(p99.slice(1).map((pair) => pair.bare));
  const kept = ours <= theirs + P99_GRACE_MS ? 'kept' : 'not kept';
  return {
    name: 'fan-out, deliveries/s',
    ...result,
    must: 1,
    aim: 3,
    wants: 'more',
    notes: [
      `p99 ${rounded(ours)} ms, bare ${rounded(theirs)} ms: no later than bare's + ${P99_GRACE_MS} ms is ${kept}`,
    ],
  };
}
