import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, BrowserContext } from '@playwright/test';
import { makeDataDir, removeDataDir } from '@/tests/support/data-dir';
import { Person, type Deal, type Equipment } from './person';
import { RunningServer } from './server';

const NAMES = { host: 'Ruth Adeyemi', rep: 'Marisol Vega', peer: 'Devon Okafor', observer: 'Ellen Marsh' } as const;
type Part = keyof typeof NAMES;
const PARTS = Object.keys(NAMES) as Part[];
type SignIn = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A host who has just set up a lab, two reps and an observer who have joined it, each in a browser of their own. */
export async function gather(browser: Browser, baseURL: string, equipment: Equipment = {}) {
  const open = (part: Part) => Person.open(browser, baseURL, NAMES[part], equipment);
  const host = await open('host');
  await host.firstRun('Thursday Lab');
  const invitations = { rep: await host.invite('rep'), observer: await host.invite('observer') };
  const rep = await open('rep');
  await rep.join(invitations.rep);
  const peer = await open('peer');
  await peer.join(invitations.rep);
  const observer = await open('observer');
  await observer.join(invitations.observer);
  return { invitations, host, rep, peer, observer, everyone: [host, rep, peer, observer] };
}

/** They gathered once, and are there again on a copy of that lab, signed in, whenever a test wants them. */
export class Gathering {
  private constructor(
    private readonly dataDir: string,
    private readonly signIns: Record<Part, SignIn>,
    private readonly labPath: string,
    readonly invitations: { rep: string; observer: string },
  ) {}

  static async once(browser: Browser): Promise<Gathering> {
    const server = await RunningServer.start();
    const { invitations, everyone } = await gather(browser, server.url);
    const states = await Promise.all(everyone.map(({ context }) => context.storageState()));
    const signIns = Object.fromEntries(PARTS.map((part, index) => [part, states[index]])) as Record<Part, SignIn>;
    const labPath = everyone[0]!.labPath;
    await Promise.all(everyone.map(({ context }) => context.close()));
    await server.stop();
    return new Gathering(server.dataDir, signIns, labPath, invitations);
  }

  /** A server of its own for whoever asks, which they have all joined. */
  async startServer(env: Record<string, string> = {}): Promise<RunningServer> {
    const copy = await makeDataDir();
    // With its owner: PostgreSQL opens no folder of somebody else's.
    await promisify(execFile)('cp', ['-a', `${this.dataDir}/.`, copy]);
    return RunningServer.start({ ...env, DATA_DIR: copy });
  }

  open(browser: Browser, { url }: RunningServer, part: Part, equipment: Equipment = {}): Promise<Person> {
    const { labPath, signIns } = this;
    return Person.open(browser, url, NAMES[part], { ...equipment, storageState: signIns[part] }, labPath);
  }

  remove(): Promise<void> {
    return removeDataDir(this.dataDir);
  }
}

/** A lab that people have joined, on a server of the test's own. */
export class Gathered {
  constructor(
    private readonly gathering: Gathering,
    private readonly browser: Browser,
    readonly server: RunningServer,
  ) {}

  get invitations() {
    return this.gathering.invitations;
  }

  /** Opens a browser for one of them. */
  open(part: Part, equipment?: Equipment): Promise<Person> {
    return this.gathering.open(this.browser, this.server, part, equipment);
  }

  /** Opens a browser for each of them. */
  async all() {
    const [host, rep, peer, observer] = (await Promise.all(PARTS.map((part) => this.open(part)))) as [
      Person,
      Person,
      Person,
      Person,
    ];
    return { host, rep, peer, observer, everyone: [host, rep, peer, observer] };
  }
  /** They are all in the room, where a rep sits on the hot seat with the first of their deals, in Clarify. */
  async inClarify(...deals: [Deal, ...Deal[]]) {
    const people = await this.all();
    const { host, rep, everyone } = people;
    for (const deal of deals) await rep.hasBrought(deal);
    for (const person of everyone) await person.enter();
    await host.press('Start the session');
    await host.press(/Start the first turn|Seat Marisol/);
    await host.press(/^Next: Clarify/);
    return people;
  }
}
