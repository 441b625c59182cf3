import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { encode } from 'next-auth/jwt';
import { v7 as newId } from 'uuid';
import { closeDatabase, database, openDatabase } from '@/db/connection';
import { startEmbedded } from '@/db/embedded';
import { createLab } from '@/db/labs';
import { migrateDatabase } from '@/db/migrate';
import { members, users } from '@/db/schema';
import { insertSession } from '@/db/session-schedule';
import { beginSignIn } from '@/db/sign-ins';

const SECRET = randomBytes(32).toString('base64url');
const READY_PATIENCE_MS = 30_000;

/** Somebody who is signed in, as a script sees them. */
export interface SignedIn {
  id: string;
  cookie: string;
}

/** A lab with people who have pledged and are signed in. */
export interface Lab {
  port: number;
  host: SignedIn;
  reps: SignedIn[];
  observers: SignedIn[];
  /** Adds a session that has not started. */
  addSession: () => Promise<string>;
}

/** Everything of ours that is measured: a database, labs, and the built server as a process of its own. */
export interface House {
  databaseUrl: string;
  /** Makes a lab with so many people besides its host. */
  addLab: (people: { reps: number; observers: number }) => Promise<Lab>;
  startServer: () => Promise<void>;
  /** Ends the server without a goodbye. */
  killServer: () => Promise<void>;
  serverPid: () => number;
  close: () => Promise<void>;
}

/** Opens the house in a data folder of its own, which is removed when it closes. */
export async function openHouse(serverFile: string): Promise<House> {
  const folder = await mkdtemp(path.join(tmpdir(), 'whetstone-bench-'));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded({
    dataDir: folder,
    log: (message) => process.stderr.write(`${message}\n`),
    onLost: (error) => {
      throw error;
    },
  });
  await migrateDatabase(embedded.url);
  openDatabase(embedded.url, { max: 4 });
  const port = await freePort();
  let server: ChildProcess | undefined;

  async function killServer() {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    // A profile is written by a process that ends in order, and by no other.
    server.kill(process.env.BENCH_PROFILE ? 'SIGTERM' : 'SIGKILL');
    await gone;
  }

  return {
    databaseUrl: embedded.url,
    addLab: async ({ reps, observers }) => {
      const labId = await makeLab();
      return {
        port,
        host: await makePerson(labId, 'host', 'Ruth Adeyemi'),
        reps: await makePeople(labId, 'rep', reps),
        observers: await makePeople(labId, 'observer', observers),
        addSession: () =>
          database().transaction((tx) =>
            insertSession(tx, labId, { startsAt: new Date(), durationMinutes: 90, callUrl: null }),
          ),
      };
    },
    killServer,
    startServer: async () => {
      server = startServer(serverFile, port, embedded.url);
      await ready(server, port);
    },
    serverPid: () => server?.pid ?? 0,
    close: async () => {
      await killServer();
      await closeDatabase();
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function startServer(serverFile: string, port: number, databaseUrl: string): ChildProcess {
  const profile = process.env.BENCH_PROFILE;
  return spawn(process.execPath, [...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), serverFile], {
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      DATABASE_URL: databaseUrl,
      REDIS_URL: '',
      NEXTAUTH_SECRET: SECRET,
      // The rate limit protects people from one another; here it would only measure itself.
      COMMAND_RATE: '999999/1',
      LOG_LEVEL: 'warn',
    },
  });
}

async function ready(server: ChildProcess, port: number): Promise<void> {
  for (const limit = Date.now() + READY_PATIENCE_MS; ; await pause(20)) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (server.exitCode !== null || Date.now() > limit) throw new Error('The server did not get ready.');
  }
}

async function makeLab(): Promise<string> {
  const lab = {
    labName: 'Thursday Lab',
    weekday: 4,
    localTime: '17:00',
    timeZone: 'Europe/London',
    present: 3,
    clarify: 5,
    coach: 10,
    commit: 2,
  };
  const { id } = await database().transaction((tx) => createLab(tx, lab));
  return id;
}

function makePeople(labId: string, role: 'rep' | 'observer', count: number): Promise<SignedIn[]> {
  return Promise.all(Array.from({ length: count }, (_, i) => makePerson(labId, role, `${role} ${i + 1}`)));
}

async function makePerson(labId: string, role: 'host' | 'rep' | 'observer', name: string): Promise<SignedIn> {
  const id = newId();
  await database()
    .insert(users)
    .values({ id, name, email: `${id}@bench.example` });
  await database().insert(members).values({ labId, userId: id, role, pledgedAt: new Date() });
  const token = await encode({ token: { sub: id, sid: await beginSignIn(id, 'Bench') }, secret: SECRET });
  return { id, cookie: `next-auth.session-token=${token}` };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
