import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { queueOf } from '@/db/lab-home';
import { membershipIn, type Membership } from '@/db/labs';
import { loadState } from '@/db/session-log';
import { scheduleSession } from '@/db/session-schedule';
import { dayIn } from '@/domain/session';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from './database';
import { aDeal } from './deals';
import { makeLab, type TestLab } from './lab';
import { startLive, type LiveServer } from './live-server';

/** The lab's first host, two reps and observer, as the pages know them. */
export async function peopleOf(lab: TestLab): Promise<Record<'host' | 'rep' | 'coach' | 'observer', Membership>> {
  const of = async ({ id }: { id: string } = { id: '' }) => (await membershipIn(id, lab.labId))!;
  const [host, rep, coach, observer] = await Promise.all([
    of(lab.hosts[0]),
    of(lab.reps[0]),
    of(lab.reps[1]),
    of(lab.observers[0]),
  ]);
  return { host, rep, coach, observer };
}

/** Sends commands as a page's server action does. */
export function sender(server: () => LiveServer) {
  const sends = (who: { userId: string }, sessionId: string, type: string, data: object = {}) =>
    server().live.execute(sessionId, who.userId, { id: randomUUID(), type, data });

  const does = async (who: { userId: string }, sessionId: string, type: string, data: object = {}) => {
    expect(await sends(who, sessionId, type, data), type).toMatchObject({ ok: true });
  };

  /** A session in which one deal was heard, coached and committed to; it has ended. */
  const heardLab = async (commitment: object = {}) => {
    const lab = await makeLab();
    const people = await peopleOf(lab);
    const { host, rep, coach } = people;
    const session = lab.sessionId;
    await does(rep, session, 'scenario.submit', aDeal('Halden Dairy', { account: 'Halden' }));
    await does(host, session, 'session.start');
    const [scenario] = await queueOf(host, session);
    await does(host, session, 'turn.start', { scenarioId: scenario!.id });
    await does(host, session, 'turn.phase', { phase: 'coach' });
    await does(coach, session, 'contribution.add', { kind: 'advice', body: 'Ask for the CFO.' });
    await does(host, session, 'turn.phase', { phase: 'commit' });
    const dueOn = dayIn('Europe/Berlin', Date.now() + 86_400_000 * 2);
    await does(rep, session, 'commitment.make', { decision: 'pursue', nextStep: 'Call Inga.', dueOn, ...commitment });
    await does(host, session, 'session.end');
    return { lab, ...people, dueOn };
  };

  /** The lab's next session, started now; its id. */
  const nextSession = async (host: Membership) => {
    const session = (await scheduleSession(host, { startsAt: new Date(), durationMinutes: 90, callUrl: null }))!;
    await does(host, session, 'session.start');
    return session;
  };

  const rollCallOf = async (sessionId: string) => (await loadState(sessionId)).state.rollCall;
  return { sends, does, heardLab, nextSession, rollCallOf };
}

/** Gives the test file a database and a live server, which the pages' actions reach too. Call it at the top level. */
export function useHeardLab() {
  useTestDatabase();
  const server = {} as LiveServer;
  beforeAll(async () => {
    Object.assign(server, await startLive());
    openFace({ live: server.live } as unknown as Face);
  });
  afterAll(() => server.close());
  return sender(() => server);
}
