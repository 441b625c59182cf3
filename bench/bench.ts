import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BareTasks } from './bare';
import type { ClientTasks, Room } from './clients';
import type { House, Lab, SignedIn } from './house';
import { median } from './stats';
import { Worker } from './worker';

/** What one row of the bench reports: both values, and their ratio as the median of the pairs' own ratios. */
export interface Row {
  name: string;
  value: number;
  baseline: number;
  ratio: number;
  must: number;
  aim: number;
}

/** A row and, for people, what else was seen. */
export interface Measured extends Row {
  /** Which way is better. */
  wants: 'more' | 'less';
  notes: string[];
}

export interface Bench {
  house: House;
  /** How many interleaved pairs, after one that is thrown away. */
  pairs: number;
  say: (sentence: string) => void;
}

export interface Pair {
  value: number;
  baseline: number;
}

/** Measures warm-ups and then the pairs, ours and the baseline in turn. */
export async function interleaved(
  { pairs, say }: Bench,
  measure: (round: number) => Promise<Pair>,
  { warmUps = 1 } = {},
) {
  const measured: Pair[] = [];
  for (let round = 1 - warmUps; round <= pairs; round += 1) {
    const pair = await measure(round);
    say(`  ${round < 1 ? 'warm-up' : `pair ${round}`}: ${rounded(pair.value)} against ${rounded(pair.baseline)}`);
    if (round > 0) measured.push(pair);
  }
  return {
    value: median(measured.map(({ value }) => value)),
    baseline: median(measured.map(({ baseline }) => baseline)),
    ratio: median(measured.map(({ value, baseline }) => value / baseline)),
  };
}

export function rounded(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

/** A process that plays many clients. */
export function startClients(): Worker<ClientTasks> {
  return new Worker<ClientTasks>(beside('clients'));
}

/** The bench's other processes lie beside this one. */
export function beside(name: string): string {
  return path.join(__dirname, `${name}.cjs`);
}

export interface Bare {
  room: Room;
  turnId: string;
  pid: number;
  end: () => Promise<void>;
}

/** A fresh Socket.IO server without an application, with the options of ours. */
export async function startBare(): Promise<Bare> {
  const worker = new Worker<BareTasks>(beside('bare'));
  const turnId = randomUUID();
  const port = await worker.ask('listen', { turnId, by: randomUUID() });
  return {
    room: { port, sessionId: randomUUID(), cookies: [], needsWelcome: false },
    turnId,
    pid: worker.child.pid ?? 0,
    end: () => worker.end(),
  };
}

/** Our room, for clients who are these people. */
export function ourRoom({ port }: Lab, sessionId: string, people: SignedIn[]): Room {
  return { port, sessionId, cookies: people.map(({ cookie }) => cookie), needsWelcome: true };
}
