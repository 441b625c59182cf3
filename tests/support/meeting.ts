import { aDeal } from './deals';
import { makeLab, type TestLab } from './lab';
import type { LiveClient } from './live-client';
import type { LiveServer } from './live-server';

/** A live session with the first rep on the hot seat, in Coach. */
export interface Meeting {
  lab: TestLab;
  host: LiveClient;
  seat: LiveClient;
  rep: LiveClient;
  observer: LiveClient;
  turnId: string;
  scenarioId: string;
}

/** Brings a meeting to the middle of its first turn, with a host, two reps and an observer in the room. */
export async function openMeeting(server: LiveServer, counts: { reps?: number } = {}): Promise<Meeting> {
  const lab = await makeLab({ reps: counts.reps ?? 3 });
  const [host, seat, rep, observer] = await Promise.all([
    server.connect(lab.hosts[0]!, lab),
    server.connect(lab.reps[0]!, lab),
    server.connect(lab.reps[1]!, lab),
    server.connect(lab.observers[0]!, lab),
  ]);
  await seat.does('scenario.submit', aDeal());
  await host.does('session.start');
  const scenarioId = host.state.queue[0]!;
  await host.does('turn.start', { scenarioId });
  const seq = await host.does('turn.phase', { phase: 'coach' });
  await Promise.all([seat, rep, observer].map((client) => client.reached(seq)));
  return { lab, host, seat, rep, observer, turnId: host.state.turn!.id, scenarioId };
}
