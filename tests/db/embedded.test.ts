import { mkdtemp, readFile, readlink, rm, stat, watch, writeFile } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeDataDir, removeDataDir } from '../support/data-dir';
import { runTypeScript, type Program } from '../support/process';

let dataDir: string;
let running: Program[] = [];

beforeEach(async () => {
  dataDir = await makeDataDir();
});

afterEach(async () => {
  await Promise.all(running.map((program) => program.end('SIGTERM')));
  running = [];
  await removeDataDir(dataDir);
});

function start(): Program {
  const program = runTypeScript('tests/support/embedded-server.ts', [dataDir]);
  running.push(program);
  return program;
}

async function started(program: Program): Promise<string> {
  await program.says('url ');
  return /url (\S+)/.exec(program.output())![1]!;
}

async function ask<Row>(url: string, question: string): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  return (await sql.unsafe(question).finally(() => sql.end())) as unknown as Row[];
}

async function postmaster(): Promise<number> {
  return Number((await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Whether a process has ended: it keeps its number until its parent, which may be slow to, has taken note ("Z"). */
async function isOver(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  return /^\d+ \(.*\) Z /.test(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''));
}

const kept = 'select word from kept order by word';
const keep = (word: string) => `create table if not exists kept (word text); insert into kept values ('${word}')`;

describe('the embedded database', { timeout: 60_000 }, () => {
  it('is real PostgreSQL in UTF-8 that flushes what it commits', async () => {
    const url = await started(start());
    const [row] = await ask<Record<string, string>>(
      url,
      `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as commits, current_setting('listen_addresses') as addresses,
       (select datcollate from pg_database where datname = current_database()) as collation`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      fsync: 'on',
      commits: 'on',
      addresses: '127.0.0.1',
      collation: 'C.UTF-8',
    });
    expect((await stat(path.join(dataDir, 'postgres-password'))).mode & 0o077).toBe(0);
  });

  it('ends in order, and keeps what it had', async () => {
    const first = start();
    await ask(await started(first), keep('stone'));
    const pid = await postmaster();
    expect(await first.end('SIGTERM')).toBe(0);
    await vi.waitFor(async () => expect(await isOver(pid)).toBe(true));
    expect(await ask(await started(start()), kept)).toEqual([{ word: 'stone' }]);
  });

  it('survives kill -9 of the server: the next one takes PostgreSQL over', async () => {
    const first = start();
    await ask(await started(first), keep('stone'));
    const pid = await postmaster();
    await first.end('SIGKILL');
    const url = await started(start());
    expect(await postmaster()).toBe(pid);
    expect(await ask(url, kept)).toEqual([{ word: 'stone' }]);
  });

  it('survives kill -9 of PostgreSQL: the server starts it again at the same address', async () => {
    const server = start();
    const url = await started(server);
    await ask(url, keep('stone'));
    process.kill(await postmaster(), 'SIGKILL');
    await server.says('is back');
    expect(await ask(url, kept)).toEqual([{ word: 'stone' }]);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('survives kill -9 of both', async () => {
    const first = start();
    await ask(await started(first), keep('stone'));
    const pid = await postmaster();
    const gone = first.end('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await gone;
    expect(await ask(await started(start()), kept)).toEqual([{ word: 'stone' }]);
  });

  it('is not misled by a process that got the number of a killed one', async () => {
    const first = start();
    await ask(await started(first), keep('stone'));
    const file = path.join(dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await first.end('SIGTERM');
    await writeFile(file, text.replace(/^\d+/, String(process.pid)));
    expect(await ask(await started(start()), kept)).toEqual([{ word: 'stone' }]);
  });

  it('serves one server at a time: a second says so and stops', async () => {
    const url = await started(start());
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.output().trim()).toBe(
      `Another Whetstone server is using ${dataDir}: stop it, or choose another DATA_DIR for this one.`,
    );
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets one win when two start at once on a new folder', async () => {
    const both = [start(), start()];
    const codes = await Promise.all(
      both.map((program) => Promise.race([program.says('url ').then(() => 'serves'), program.exited]).catch(() => 1)),
    );
    expect(codes.sort()).toEqual([1, 'serves']);
  });

  it('makes the database anew when its making was cut short', async () => {
    const first = start();
    for await (const { filename } of watch(dataDir)) if (filename?.startsWith('postgres.new-')) break;
    await first.end('SIGKILL');
    expect(await ask(await started(start()), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('says in a sentence that the folder holds something else', async () => {
    const first = start();
    await started(first);
    await first.end('SIGTERM');
    await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    const second = start();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('was made by PostgreSQL 12 and this is 18');
  });

  const asRoot = process.getuid?.() === 0 && process.platform === 'linux';
  it.runIf(asRoot)("finds an open place when PostgreSQL's account can't enter the data folder", async () => {
    const closed = await mkdtemp('/root/whetstone-closed-');
    await rm(dataDir, { recursive: true });
    dataDir = path.join(closed, 'data');
    try {
      const first = start();
      await ask(await started(first), keep('stone'));
      await first.end('SIGTERM');
      expect(first.output()).toContain('so the database is kept in');
      const again = start();
      expect(await ask(await started(again), kept)).toEqual([{ word: 'stone' }]);
      await again.end('SIGTERM');
    } finally {
      await rm(path.dirname(await readlink(path.join(dataDir, 'postgres'))), { recursive: true, force: true });
      await rm(closed, { recursive: true, force: true });
    }
  });
});
