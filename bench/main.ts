import { parseArgs } from 'node:util';
import type { Bench, Measured } from './bench';
import { openHouse } from './house';
import { rowsAsJson, rowsAsTable } from './report';
import { durableAcks } from './rows/durable-acks';
import { fanOut } from './rows/fan-out';
import { latency } from './rows/latency';
import { memory } from './rows/memory';
import { opening } from './rows/opening';
import { resume } from './rows/resume';

const ROWS: Record<string, (bench: Bench) => Promise<Measured>> = {
  'fan-out': fanOut,
  acks: durableAcks,
  latency,
  resume,
  memory,
  opening,
};

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true }, pairs: { type: 'string' } },
  });
  const chosen = values.only?.flatMap((names) => names.split(',')) ?? Object.keys(ROWS);
  const unknown = chosen.find((name) => !ROWS[name]);
  if (unknown) throw new Error(`There is no row ${unknown}; the rows are ${Object.keys(ROWS).join(', ')}.`);
  const pairs = Number(values.pairs ?? 5);
  if (!Number.isInteger(pairs) || pairs < 1) throw new Error('--pairs is a whole number, 1 or more.');

  const house = await openHouse(process.env.BENCH_SERVER ?? '');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void house.close().then(() => process.exit(1)));
  }
  const measured: Measured[] = [];
  try {
    for (const name of chosen) {
      say(`${name} …`);
      const row = await ROWS[name]?.({ house, pairs, say });
      if (row) measured.push(row);
    }
  } finally {
    await house.close();
  }
  if (values.json) process.stdout.write(`${rowsAsJson(measured)}\n`);
  else process.stdout.write(`${rowsAsTable(measured)}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(1);
  },
);
