import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedDatabaseError, runAs, type Account, type Binaries } from './embedded-home';

/** The role that owns the embedded database, and the major version that its files are of. */
export const ROLE = 'whetstone';
const MAJOR = '18';

/** The password of the embedded database: made once, readable by whoever owns the data folder. */
export async function clusterPassword(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'postgres-password');
  const made = randomBytes(24).toString('base64url');
  // "wx" lets one of two starting servers make it; both then read the same.
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8')).trim();
}

/**
 * Makes the cluster `home/postgres` unless it is there. It is made aside and renamed, so that a start that is cut
 * short leaves none half made, and of two starts at once one wins.
 */
export async function ensureCluster(home: string, account: Account, binaries: Binaries, password: string) {
  const cluster = path.join(home, 'postgres');
  if (await stat(cluster).catch(() => undefined)) return checkVersion(cluster);
  await removeLeftovers(home);
  const fresh = path.join(home, `postgres.new-${process.pid}`);
  const passwordFile = `${fresh}.password`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account.uid !== undefined && account.gid !== undefined) {
      await chown(fresh, account.uid, account.gid);
      await chown(passwordFile, account.uid, account.gid);
    }
    await runAs(account, binaries.initdb, [
      `--pgdata=${fresh}`,
      `--username=${ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
    ]);
    await rename(fresh, cluster).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message.trim() : String(error);
    throw new EmbeddedDatabaseError(`The database could not be made in ${home}: ${reason}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

async function checkVersion(cluster: string): Promise<void> {
  const version = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === MAJOR) return;
  throw new EmbeddedDatabaseError(
    version
      ? `The database in ${cluster} was made by PostgreSQL ${version} and this is ${MAJOR}: move it with pg_dump, or choose another DATA_DIR.`
      : `${cluster} holds no PostgreSQL database: empty it, or choose another DATA_DIR.`,
  );
}

async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^postgres\.new-(\d+)/.exec(name)?.[1];
    // A killed server's initdb may still be writing there for a moment.
    const removal = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
    if (pid && !isAlive(Number(pid))) await rm(path.join(home, name), removal);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
