import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { contributed } from './load';
import { serveTasks } from './worker';

let sql: postgres.Sql | undefined;
let seq = 0;
const sessionId = randomUUID();
const turnId = randomUUID();
const by = randomUUID();

const tasks = {
  /** Connects with so many connections, all of them open and warm before anything is measured. */
  async connect({ url, pool }: { url: string; pool: number }): Promise<void> {
    await sql?.end();
    const opened = postgres(url, { max: pool, onnotice: () => undefined });
    sql = opened;
    await opened`create table if not exists bench_raw (like events including all)`;
    await Promise.all(Array.from({ length: pool * 4 }, () => insert()));
  },

  /** So many callers insert a row each, again and again; resolves to inserts a second. */
  async pump({ callers, rows }: { callers: number; rows: number }): Promise<number> {
    let left = rows;
    const began = performance.now();
    await Promise.all(
      Array.from({ length: callers }, async () => {
        while (left > 0) {
          left -= 1;
          await insert();
        }
      }),
    );
    return rows / ((performance.now() - began) / 1000);
  },

  /** One insert at a time, at an even pace; resolves to the ms of each. */
  async pace({ rows, perSecond }: { rows: number; perSecond: number }): Promise<number[]> {
    const latencies: number[] = [];
    // Half a step apart from the clients of bare, which run beside it.
    let next = performance.now() + 500 / perSecond;
    for (let i = 0; i < rows; i += 1) {
      await pause(Math.max(next - performance.now(), 0));
      next += 1000 / perSecond;
      const began = performance.now();
      await insert();
      latencies.push(performance.now() - began);
    }
    return latencies;
  },
};

/** The row that our pipeline stores for one contribution, in a transaction of its own. */
async function insert(): Promise<void> {
  if (!sql) throw new Error('Connect first.');
  const command = randomUUID();
  const event = contributed(++seq, command, turnId, by);
  const digest = command.replaceAll('-', '').repeat(2);
  await sql`
    insert into bench_raw (session_id, seq, at, by, type, v, data, command_id, part, digest)
    values (${sessionId}, ${event.seq}, ${event.at}, ${by}, ${event.type}, 1,
            ${sql.json(event.data)}, ${command}, 0, ${digest})`;
}

export type RawTasks = typeof tasks;
serveTasks(tasks);
