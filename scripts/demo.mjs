// `npm run demo`: a lab with a past and a session under way, in a data folder of its own.
// `-- --quiet`: nobody simulated, a session waits to be started. `-- --json`: one line on standard output when ready.
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { endWithNpm, ensureInstalled, requireNode, say } from './steps.mjs';

requireNode();
endWithNpm();
const { quiet, json } = options();
await ensureInstalled();
const { bundle, distDir, ensureBuilt, serverFile } = await import('./build.mjs');
await ensureBuilt();
const folder = path.join(distDir, 'whetstone-demo');
const programs = { prepare: path.join('demo', 'prepare.ts'), simulate: path.join('demo', 'simulate.ts') };
if (!(await bundle(programs, folder))) process.exit(1);

// Its own folder and its own database, whatever this machine serves otherwise.
process.env.DATA_DIR ||= '.demo';
delete process.env.DATABASE_URL;
process.env.NODE_ENV = 'production';

// Next greets on standard output, which is for the one line alone.
const tellScripts = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

const load = createRequire(import.meta.url);
const ready = await load(path.join(folder, 'prepare.cjs'))
  .prepareDemo({ quiet })
  .catch((error) => {
    say(error.name === 'StartError' ? error.message : `The demo could not be prepared: ${error.stack}`);
    process.exit(1);
  });
await requireFreePort();
load(serverFile);
const address = addressHere();
await untilServed(address);
if (!quiet) simulate();
if (json) tellScripts(`${JSON.stringify(ready)}\n`);
else tellPeople();

function options() {
  try {
    return parseArgs({ options: { quiet: { type: 'boolean' }, json: { type: 'boolean' } } }).values;
  } catch {
    say('npm run demo knows -- --quiet and -- --json.');
    process.exit(1);
  }
}

/** Whatever answers on our port later has to be ours. */
async function requireFreePort() {
  const { HOST: host, PORT: port } = process.env;
  const probe = createServer();
  const problem = await new Promise((resolve) => {
    probe.once('error', resolve);
    probe.listen({ port: Number(port) || 3000, ...(host ? { host } : {}) }, () =>
      probe.close(() => resolve(undefined)),
    );
  });
  if (problem?.code !== 'EADDRINUSE') return;
  say(`Port ${port || 3000} is taken: stop what uses it, or set PORT to another.`);
  process.exit(1);
}

/** Where this machine reaches the server, whatever its public address is. */
function addressHere() {
  const { HOST: host, PORT: port } = process.env;
  const everywhere = !host || host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port || 3000}`;
}

/** The server ends this process, with a sentence, where it can't start. */
async function untilServed(at) {
  while (
    !(await fetch(`${at}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false))
  )
    await pause(50);
}

/** The simulated people live in a process of their own, which ends with this one. */
function simulate() {
  const people = fork(path.join(folder, 'simulate.cjs'), { stdio: ['ignore', 2, 2, 'ipc'] });
  people.send({ ...ready, url: address });
  process.on('exit', () => people.kill());
}

function tellPeople() {
  const { url, labSlug, sessionId, accounts } = ready;
  const as = (role, name) => accounts.find((account) => account.role === role && account.name.startsWith(name));
  const lines = [
    '',
    quiet ? 'The session waits for a host to start it.' : 'The session is live, and people are talking.',
    `  the room  ${url}/sessions/${sessionId}/live`,
    `  the lab   ${url}/labs/${labSlug}`,
    '',
    'Sign in as',
    ...[as('host', 'Ruth'), as('rep', 'Marisol'), as('observer', 'Ellen')].map(
      ({ role, name, email, password }) => `  ${role.padEnd(9)} ${name.padEnd(14)} ${email.padEnd(28)} ${password}`,
    ),
    '',
    'Everybody has the same password. Ctrl-C ends it; the next run goes on from here.',
  ];
  say(lines.join('\n'));
}
