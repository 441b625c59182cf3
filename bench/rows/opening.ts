import { interleaved, ourRoom, startClients, type Bench, type Measured } from '../bench';
import { longMeeting, openMeeting } from '../meeting';
import { median } from '../stats';

const TURNS = 40;
const EVENTS = 10_000;
const SHORT = 100;
/** A lab of the usual size. */
const TEAM = 12;
/** Sessions of each length that are opened after one start of the server, each for the first time. */
const SESSIONS = 5;

/** Opening, cold, a session of 10,000 events in 40 turns against one of 100: ms until `welcome`. */
export async function opening(bench: Bench): Promise<Measured> {
  const { house } = bench;
  await house.startServer();
  const lab = await house.addLab({ reps: TEAM, observers: 1 });
  const warm = await openMeeting(lab);
  const sessions: { long: string; short: string }[] = [];
  for (let i = 0; i < SESSIONS; i += 1) {
    const long = (await longMeeting(lab, TURNS, EVENTS)).sessionId;
    const short = (await longMeeting(lab, 1, SHORT)).sessionId;
    sessions.push({ long, short });
  }
  const clients = startClients();
  const open = (sessionId: string) => clients.ask('openOne', ourRoom(lab, sessionId, lab.observers));

  const result = await interleaved(bench, async () => {
    await house.killServer();
    await house.startServer();
    // The server's first answers of all are slow, whatever they are about.
    for (let i = 0; i < 20; i += 1) await open(warm.sessionId);
    const long: number[] = [];
    const short: number[] = [];
    for (const session of sessions) {
      long.push(await open(session.long));
      short.push(await open(session.short));
    }
    return { value: median(long), baseline: median(short) };
  });

  await clients.end();
  await house.killServer();
  return {
    name: 'opening 10,000 events, ms',
    ...result,
    must: 3,
    aim: 1.5,
    wants: 'less',
    notes: [`against opening ${SHORT} events; ${TURNS} turns, the last of them open`],
  };
}
