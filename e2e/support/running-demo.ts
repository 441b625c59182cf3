import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser } from '@playwright/test';
import type { DemoAccount, Ready } from '@/demo/cast';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';
import { heedWarnings } from './look';
import { Person } from './person';
import { freePort } from './server';

/** The quiet demo (nobody simulated, a session that waits to be started), in a data folder of its own. */
export class RunningDemo {
  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
    /** What the demo tells scripts; on standard output, as its one line. */
    readonly ready: Ready,
  ) {}

  /** Runs it until it is ready; in the folder of an earlier one, it goes on from there. */
  static async start(dataDir?: string): Promise<RunningDemo> {
    const folder = dataDir ?? (await makeDataDir());
    const port = String(await freePort());
    const child = spawn(process.execPath, ['scripts/demo.mjs', '--quiet', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: port, DATA_DIR: folder, LOG_LEVEL: 'warn' },
    });
    let told = '';
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ready = await new Promise<Ready>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${said}`)));
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (told.endsWith('\n')) resolve(JSON.parse(told) as Ready);
      });
    });
    return new RunningDemo(child, folder, ready);
  }

  /** Opens a browser for the first of its people whom `of` means, signed in, with warnings heeded. */
  async come(browser: Browser, of: (account: DemoAccount) => boolean): Promise<Person> {
    const { accounts, url, labSlug } = this.ready;
    const account = accounts.find(of);
    if (!account) throw new Error('Nobody in the demo is meant.');
    const person = await Person.open(browser, url, account.name, {}, `/labs/${labSlug}`);
    heedWarnings(person);
    await person.signIn(account);
    return person;
  }

  /** Ends it, in order or at once. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }

  /** Ends it, and removes its data. */
  async remove(): Promise<void> {
    await this.end('SIGTERM');
    await removeDataDir(this.dataDir);
  }
}
