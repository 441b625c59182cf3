import { setTimeout as pause } from 'node:timers/promises';
import { membershipIn } from '@/db/labs';
import { sqlClient } from '@/db/connection';
import { openHouse, type House, type Lab } from '../house';
import { residentMemory } from '../memory';

const CONTRIBUTIONS = 100_000;
const SESSIONS = 100;
const LIMIT_MB = 100;
/** A reader on a slow line: what the server must not pile up for. Bytes a second. */
const SLOW = 8_000_000;

interface Measured {
  format: string;
  reader: 'fast' | 'slow';
  megabytes: number;
  seconds: number;
  grewMb: number;
}

/** Exports a big lab in every format, to a fast reader and to a slow one, and watches the server's resident memory. */
async function main(): Promise<number> {
  const serverFile = process.env.BENCH_SERVER;
  if (!serverFile) throw new Error('BENCH_SERVER names the built server.');
  const house = await openHouse(serverFile);
  try {
    const lab = await house.addLab({ reps: 20, observers: 0 });
    const slug = await fill(lab);
    await house.startServer();
    // What the first answer of its kind loads and compiles is not what an export costs.
    await read(lab, '/api/exports/me/json', house, Infinity);
    const all: Measured[] = [];
    for (const format of ['csv', 'json', 'md']) {
      for (const reader of ['fast', 'slow'] as const) {
        const speed = reader === 'fast' ? Infinity : SLOW;
        all.push({ format, reader, ...(await read(lab, `/api/exports/labs/${slug}/${format}`, house, speed)) });
      }
    }
    tell(all);
    return all.every(({ grewMb }) => grewMb <= LIMIT_MB) ? 0 : 1;
  } finally {
    await house.close();
  }
}

/** A lab with this many contributions of some hundred characters, over its sessions; the slug of it. */
async function fill(lab: Lab): Promise<string> {
  const sql = sqlClient();
  const [first] = await sql<{ id: string; slug: string }[]>`
    select l.id, l.slug from labs l join members m on m.lab_id = l.id where m.user_id = ${lab.host.id}`;
  if (!first) throw new Error('There is no lab.');
  const { id: labId, slug } = first;
  if (!(await membershipIn(lab.host.id, slug))) throw new Error('Its host is no member.');
  const reps = lab.reps.map(({ id }) => id);
  for (let at = 0; at < SESSIONS; at += 1) await lab.addSession();
  await sql`
    insert into scenarios (id, lab_id, session_id, rep_id, title, story, ask, stands, submitted_at)
    select gen_random_uuid(), lab_id, id, (${reps}::uuid[])[1 + number % ${reps.length}], 'Deal ' || number,
      repeat('They went quiet after the demo. ', 20), 'How do I reach the one who decides?', 'heard', starts_at
    from sessions where lab_id = ${labId}`;
  await sql`
    insert into turns (id, lab_id, session_id, scenario_id, rep_id, started_at)
    select gen_random_uuid(), lab_id, session_id, id, rep_id, submitted_at from scenarios where lab_id = ${labId}`;
  await sql`
    insert into contributions (id, lab_id, session_id, turn_id, author_id, kind, body, at)
    select gen_random_uuid(), t.lab_id, t.session_id, t.id, (${reps}::uuid[])[1 + n % ${reps.length}], 'advice',
      n || ': ' || repeat('Ask who else has to say yes, and what they would lose. ', 1 + n % 10),
      t.started_at + n * interval '1 second'
    from turns t, generate_series(1, ${CONTRIBUTIONS / SESSIONS}) n where t.lab_id = ${labId}`;
  await sql`analyze`;
  return slug;
}

/** Reads an export to its end, at most so many bytes a second, and how far the server grew over what it was before. */
async function read(
  lab: Lab,
  path: string,
  house: House,
  bytesPerSecond: number,
): Promise<Omit<Measured, 'format' | 'reader'>> {
  const pid = house.serverPid();
  const before = await residentMemory(pid);
  let most = before;
  let over = false;
  const watching = (async () => {
    for (; !over; await pause(20)) most = Math.max(most, await residentMemory(pid));
  })();
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${lab.port}${path}`, { headers: { cookie: lab.host.cookie } });
  if (!answer.ok || !answer.body) throw new Error(`${path} was answered with ${answer.status}.`);
  let bytes = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    const ahead = (bytes / bytesPerSecond) * 1000 - (performance.now() - began);
    if (ahead > 5) await pause(ahead);
  }
  over = true;
  await watching;
  const seconds = (performance.now() - began) / 1000;
  return { megabytes: bytes / 1e6, seconds, grewMb: (most - before) / 2 ** 20 };
}

function tell(all: Measured[]): void {
  if (process.argv.includes('--json')) return void process.stdout.write(`${JSON.stringify(all)}\n`);
  for (const { format, reader, megabytes, seconds, grewMb } of all) {
    const what = `${format}, ${reader} reader`.padEnd(20);
    process.stdout.write(
      `${what} ${megabytes.toFixed(1)} MB in ${seconds.toFixed(1)} s; the server grew by ${grewMb.toFixed(0)} MB (at most ${LIMIT_MB})\n`,
    );
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
