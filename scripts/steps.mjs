// What every script needs before anything is installed: plain Node, no packages.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
process.env.NEXT_TELEMETRY_DISABLED = '1';

/** Tells a person how it goes; standard output stays free for what a script asks for. */
export function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** Ends the script with one sentence, unless Node is new enough. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  say(`Whetstone needs Node 20.9 or newer, and this is ${process.versions.node}.`);
  process.exit(1);
}

/** Runs a program with our terminal; resolves to its exit code (1 when a signal ended it or it isn't there). */
export function run(program, args, { env = {}, quiet = false, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      stdio: ['ignore', quiet ? 'ignore' : process.stderr, quiet ? 'ignore' : process.stderr],
      env: { ...process.env, ...env },
      timeout: timeoutMs,
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** The path of a package's own command. */
export function bin(name) {
  return path.join(root, 'node_modules', '.bin', name);
}

/** Installs the packages when there are none, or when they are older than the lock file or a patch. */
export async function ensureInstalled() {
  const mark = path.join(root, 'node_modules', '.package-lock.json');
  const patches = path.join(root, 'patches');
  const wanted = [
    path.join(root, 'package-lock.json'),
    ...readdirSync(patches).map((name) => path.join(patches, name)),
  ];
  const newest = Math.max(...wanted.map((file) => statSync(file).mtimeMs));
  if (existsSync(mark) && statSync(mark).mtimeMs >= newest) return;
  say('Installing packages …');
  // Not `npm ci`: it refuses a lock file that lacks the packages of other platforms.
  // A production environment would leave out what the build needs.
  const code = await run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) {
    say('The packages could not be installed: see above, and try again.');
    process.exit(1);
  }
  // npm leaves the mark alone where it changed nothing.
  utimesSync(mark, new Date(), new Date());
}

/** Ends this process in order when the npm that started it is gone: killed outright, it can't hand the signal on. */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && process.kill(process.pid, 'SIGTERM'), 250).unref();
}
