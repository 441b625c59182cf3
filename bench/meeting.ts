import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { database } from '@/db/connection';
import { scenarios, turns } from '@/db/schema';
import type { Lab } from './house';
import { acknowledged, LeanClient, type Ack } from './lean-client';
import { contribution } from './load';

/** A live session with somebody on the hot seat, in Coach. */
export interface Meeting {
  sessionId: string;
  turnId: string;
}

/** Makes a session and takes it, over the wire, to the coaching of its first deal. */
export async function openMeeting(lab: Lab): Promise<Meeting> {
  return lead(lab, async (meeting) => meeting.nextTurn(0));
}

/** A session of so many turns, so many events in all, as evenly as it goes; the last turn is still open. */
export async function longMeeting(lab: Lab, turns: number, events: number): Promise<Meeting> {
  return lead(lab, async (meeting) => {
    let turnId = '';
    for (let turn = 0; turn < turns; turn += 1) {
      if (turn > 0) await meeting.send('turn.end', { turnId });
      turnId = await meeting.nextTurn(turn);
      const share = Math.round((events * (turn + 1)) / turns);
      // What ends this turn counts as its own, but for the last, which goes on.
      await meeting.talk(turnId, share - meeting.seq() - (turn < turns - 1 ? 1 : 0));
    }
    return turnId;
  });
}

interface Lead {
  /** The last event that was acknowledged. */
  seq: () => number;
  send: (type: string, data: object) => Promise<void>;
  talk: (turnId: string, count: number) => Promise<void>;
  /** Brings a deal and takes it to the coaching; resolves to the turn's id. */
  nextTurn: (number: number) => Promise<string>;
}

async function lead(lab: Lab, run: (lead: Lead) => Promise<string>): Promise<Meeting> {
  const sessionId = await lab.addSession();
  const host = new LeanClient(lab.port, sessionId, lab.host.cookie);
  await host.connect(true);

  let head = 0;

  async function hear(ack: Promise<Ack>) {
    head = Math.max(head, await acknowledged(ack));
  }
  const send = (type: string, data: object) => hear(host.command({ id: randomUUID(), type, data }));
  await send('session.start', {});
  const turnId = await run({
    send,
    seq: () => head,
    talk: async (turnId, count) => {
      await Promise.all(Array.from({ length: count }, () => hear(host.command(contribution(turnId)))));
    },
    nextTurn: async (number) => {
      await send('scenario.submit', { ...DEAL, for: lab.reps[number % lab.reps.length]?.id });
      await send('turn.start', { scenarioId: await newestIn(scenarios, sessionId) });
      await send('turn.phase', { phase: 'coach' });
      return newestIn(turns, sessionId);
    },
  });
  host.cut();
  return { sessionId, turnId };
}

/** The last scenario or turn of a session; the ids that we make ascend. */
async function newestIn(table: typeof scenarios | typeof turns, sessionId: string): Promise<string> {
  const [row] = await database()
    .select({ id: table.id })
    .from(table)
    .where(eq(table.sessionId, sessionId))
    .orderBy(desc(table.id))
    .limit(1);
  if (!row) throw new Error('The session has none yet.');
  return row.id;
}

const DEAL = {
  title: 'The plant that loves us and won’t sign',
  account: 'Halden Dairy',
  stage: 'Proposal',
  amount: { minor: 18_400_000, currency: 'USD' },
  ageDays: 77,
  story:
    'Gareth runs maintenance. Our pilot caught two failing compressors in March, each a day before it would have ' +
    'stopped the line. He tells everyone so. Every order form I send goes up to finance and dies there.',
  ask: 'How do I reach the CFO without going round the man who let me in?',
  tried: 'Two price drops, which nobody asked for. A reference call. An email to the CFO that she has not opened.',
  ladder: [
    { answer: 'yes', evidence: 'The pilot caught both a day ahead.' },
    { answer: 'yes', evidence: 'Gareth keeps the pilot graph on his wall.' },
    { answer: 'yes', evidence: 'He calls it his top priority for the year.' },
    { answer: 'unsure', evidence: 'He can specify it. I do not know who can sign it.' },
    { answer: 'no' },
  ],
  pipeline: { otherLiveDeals: 4, lifeOrDeath: 3 },
};
