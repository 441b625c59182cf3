import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeDatabase, openDatabase } from '@/db/connection';
import { startEmbedded } from '@/db/embedded';
import { historyPage } from '@/db/found';
import { migrateDatabase } from '@/db/migrate';
import { readHistoryQuery } from '@/domain/history-params';
import { quantile } from '../stats';
import { fillHistory, type Filled } from './fill';
import { planOf } from './plans';
import { questions, type Question } from './questions';

const MUST_MS = 100;
const WARM_UPS = 40;

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

interface Measured {
  name: string;
  ms: number[];
}

async function ask({ labId }: Filled, { address }: Question): Promise<number> {
  const query = readHistoryQuery(Object.fromEntries(new URLSearchParams(address)));
  const began = performance.now();
  await historyPage([labId], query);
  return performance.now() - began;
}

async function measure(filled: Filled, all: Question[]): Promise<Measured[]> {
  for (const question of all.slice(0, WARM_UPS)) await ask(filled, question);
  const kinds = new Map<string, number[]>();
  for (const question of all)
    kinds.set(question.kind, [...(kinds.get(question.kind) ?? []), await ask(filled, question)]);
  const kept = [...kinds].map(([name, ms]) => ({ name, ms }));
  return [...kept, { name: 'all', ms: kept.flatMap(({ ms }) => ms) }];
}

function table(measured: readonly Measured[]): string {
  const lines = measured.map(({ name, ms }) => {
    const at = (share: number) => quantile(ms, share).toFixed(1).padStart(8);
    return `${name.padEnd(28)}${String(ms.length).padStart(6)}${at(0.5)}${at(0.95)}${at(0.99)}`;
  });
  return [
    `${''.padEnd(28)}${'asked'.padStart(6)}${'p50 ms'.padStart(8)}${'p95 ms'.padStart(8)}${'p99 ms'.padStart(8)}`,
    ...lines,
  ].join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { plans: { type: 'boolean' }, json: { type: 'boolean' }, contributions: { type: 'string' } },
  });
  const contributions = Number(values.contributions ?? 100_000);
  if (!Number.isInteger(contributions) || contributions < 1000) throw new Error('--contributions is 1000 or more.');
  const folder = await mkdtemp(path.join(tmpdir(), 'whetstone-search-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({
    dataDir: folder,
    log: say,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    await migrateDatabase(embedded.url);
    openDatabase(embedded.url, { max: 2 });
    say(`Writing ${contributions} contributions …`);
    const filled = await fillHistory(contributions);
    say('Asking …');
    const all = questions(filled);
    const measured = await measure(filled, all);
    const p95 = quantile(measured.at(-1)?.ms ?? [], 0.95);
    const load = (loadavg()[0] ?? 0).toFixed(1);
    const rows = measured.map(({ name, ms }) => ({
      name,
      p50: quantile(ms, 0.5),
      p95: quantile(ms, 0.95),
      p99: quantile(ms, 0.99),
    }));
    if (values.json) process.stdout.write(`${JSON.stringify({ contributions, load, must: MUST_MS, rows })}\n`);
    else {
      const verdict = p95 <= MUST_MS ? 'must' : 'short';
      process.stdout.write(
        `${table(measured)}\n\np95 ${p95.toFixed(1)} ms, must ≤ ${MUST_MS} ms: ${verdict}; load of the machine ${load}\n`,
      );
    }
    if (values.plans) {
      for (const question of firstOfEach(all)) {
        process.stdout.write(`\n${question.kind}: ${question.address}\n${await planOf(filled.labId, question)}\n`);
      }
    }
  } finally {
    await closeDatabase();
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function firstOfEach(all: readonly Question[]): Question[] {
  return [...new Map([...all].reverse().map((question) => [question.kind, question])).values()].reverse();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
