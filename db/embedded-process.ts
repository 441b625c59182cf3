import { execFile, spawn } from 'node:child_process';
import { open, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError, environment, type Account, type Binaries } from './embedded-home';

const execute = promisify(execFile);

/** How long a start may take in all: a recovery after a crash reads the write-ahead log first. */
const START_LIMIT_MS = 60_000;
const POLL_MS = 15;

/** Faults that pass by themselves: a killed server's last processes, or a port that was taken in between. */
const PASSING = /shared memory|lock file|could not bind|already in use/i;

export interface Postmaster {
  pid: number;
  port: number;
}

export interface ClusterProcess {
  cluster: string;
  account: Account;
  binaries: Binaries;
  logFile: string;
}

/**
 * The cluster's running server: the one that is there, left over from a server that was killed, or a new one.
 * `port` is tried first, so that open connections find it again.
 */
export async function ensureRunning(process: ClusterProcess, port: number | undefined): Promise<Postmaster> {
  const limit = Date.now() + START_LIMIT_MS;
  let wanted = port;
  while (Date.now() < limit) {
    const found = await readPostmaster(process.cluster);
    if (found && (await isRunning(found.pid, process.cluster))) {
      if (found.ready) return found;
      await pause(POLL_MS);
      continue;
    }
    // The number in a leftover file may by now be some other process', for which PostgreSQL would wait in vain.
    if (found) await rm(path.join(process.cluster, 'postmaster.pid'), { force: true });
    const started = await launch(process, wanted ?? (await freePort()), limit);
    if (started) return started;
    wanted = undefined;
    await pause(200);
  }
  throw new EmbeddedDatabaseError(`PostgreSQL did not start in time. Its log: ${await tail(process.logFile)}`);
}

/** Stops a cluster's server the quick and safe way (SIGINT), and waits until it is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const found = await readPostmaster(cluster);
  if (!found || !(await isRunning(found.pid, cluster))) return;
  process.kill(found.pid, 'SIGINT');
  const limit = Date.now() + 10_000;
  while (Date.now() < limit && (await isRunning(found.pid, cluster))) await pause(POLL_MS);
}

async function launch(cluster: ClusterProcess, port: number, limit: number): Promise<Postmaster | undefined> {
  const log = await open(cluster.logFile, 'a');
  const start = (await log.stat()).size;
  // Detached: Ctrl-C reaches our process alone, which then closes in order.
  const child = spawn(
    cluster.binaries.postgres,
    // prettier-ignore
    [
      '-D', cluster.cluster,
      '-p', String(port),
      '-c', 'listen_addresses=127.0.0.1',
      '-c', 'unix_socket_directories=',
      '-c', 'timezone=UTC',
      '-c', 'log_timezone=UTC',
    ],
    { ...cluster.account, cwd: '/', env: environment(), detached: true, stdio: ['ignore', log.fd, log.fd] },
  );
  let over = false;
  child.once('exit', () => (over = true));
  child.once('error', () => (over = true));
  child.unref();
  await log.close();
  while (!over && Date.now() < limit) {
    const found = await readPostmaster(cluster.cluster);
    if (found?.ready && found.pid === child.pid) return found;
    await pause(POLL_MS);
  }
  const said = await tail(cluster.logFile, start);
  if (PASSING.test(said)) return undefined;
  throw new EmbeddedDatabaseError(`PostgreSQL stopped while it was starting: ${said || 'it said nothing'}`);
}

async function readPostmaster(cluster: string): Promise<(Postmaster & { ready: boolean }) | undefined> {
  const file = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = file.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** Whether `pid` is the server of this cluster, and not a process that got the same number later. */
async function isRunning(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder !== undefined && folder === (await realpath(cluster).catch(() => cluster));
  }
  const line = await execute('ps', ['-p', String(pid), '-o', 'command=']).catch(() => undefined);
  return line !== undefined && line.stdout.includes('postgres') && line.stdout.includes(cluster);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function tail(file: string, from = 0): Promise<string> {
  const text = await readFile(file).catch(() => Buffer.alloc(0));
  return text.subarray(from).toString('utf8').trim().split('\n').slice(-5).join(' | ');
}
