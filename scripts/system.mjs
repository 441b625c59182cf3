// Programs that the tests need and that npm doesn't have.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run, say } from './steps.mjs';

/** The path of a program, or undefined where it isn't installed. */
export function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** Installs a package of the system, where this user may. */
export async function installFromSystem(name) {
  if (process.getuid?.() !== 0 || !onPath('apt-get')) return;
  say(`Installing the system's ${name} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  await run('apt-get', ['install', '-y', '-qq', name], { env });
}

/** Redis, for the tests of what crosses servers; without it they are skipped, and say so. */
export async function ensureRedis() {
  if (!onPath('redis-server')) await installFromSystem('redis-server');
  if (!onPath('redis-server'))
    say('No redis-server found, nor installed: the tests of several servers with Redis are skipped.');
}
