import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';

const START_LIMIT_MS = 120_000;

/** A built server of a test's own, with a data folder of its own. */
export class RunningServer {
  private child: ChildProcess | undefined;
  private said = '';

  private constructor(
    readonly port: number,
    readonly dataDir: string,
    private readonly env: Record<string, string>,
  ) {}

  /** Starts the built server on a free port and an empty data folder (or on the ones given in `env`). */
  static async start(env: Record<string, string> = {}): Promise<RunningServer> {
    const port = env.PORT ? Number(env.PORT) : await freePort();
    const server = new RunningServer(port, env.DATA_DIR ?? (await makeDataDir()), env);
    await server.again();
    return server;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Everything that it has written, for a test to read and for a failure to show. */
  get output(): string {
    return this.said;
  }

  /** Starts it again on the same port and data, after `kill` or `stop`. Resolves when it is ready. */
  async again(): Promise<void> {
    const child = spawn(process.execPath, [BUILT_SERVER], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        DATABASE_URL: '',
        REDIS_URL: '',
        SMTP_URL: '',
        LOG_LEVEL: 'info',
        ...this.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
      },
    });
    this.child = child;
    const ready = new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`Not ready in time:\n${this.said}`)), START_LIMIT_MS);
      const hear = (chunk: Buffer) => {
        this.said += chunk.toString();
        if (!this.said.includes('Whetstone is ready')) return;
        clearTimeout(limit);
        resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => {
        clearTimeout(limit);
        reject(new Error(`The server ended with ${code}:\n${this.said}`));
      });
    });
    this.said = '';
    await ready.catch(async (error: unknown) => {
      // A test that fails here has nothing to remove: it must not leave a server behind.
      await this.stop();
      throw error;
    });
  }

  /** Kills the server as `kill -9` does: nothing is closed, and PostgreSQL stays behind. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends the server in order; resolves to its exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends the server, running or killed, with its PostgreSQL and its data. */
  async remove(): Promise<void> {
    // Only a server ends its PostgreSQL: one that was killed leaves it behind.
    if (this.child?.signalCode === 'SIGKILL') await this.again();
    await this.stop();
    await removeDataDir(this.dataDir);
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return child.exitCode;
  }
}

/** The server that `npm start` built last. */
export const BUILT_SERVER = path.resolve(process.env.NEXT_DIST_DIR || '.next', 'whetstone-server.cjs');

/** Below the ports that the system hands out by itself: nobody takes one between our look and a slow start. */
const FIRST_PORT = 21_000;
const PORTS_A_WORKER = 1_000;
let nextPort = FIRST_PORT + Number(process.env.TEST_PARALLEL_INDEX ?? 0) * PORTS_A_WORKER;

/** A port that nothing listens on, and that no other worker is given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, () => resolve(true));
    });
    if (!free) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
