// `npm run dev`: the server from its sources. Pages reload as they are edited; the server starts again when what it is
// made of is.
import { spawn } from 'node:child_process';
import { bin, endWithNpm, ensureInstalled, requireNode } from './steps.mjs';

requireNode();
endWithNpm();
await ensureInstalled();
// The pages are Next's to watch, and so is what it makes of them.
const notOurs = ['app', 'ui', '.next*', 'next.config.ts'].flatMap((name) => ['--exclude', `./${name}/**`]);
const child = spawn(bin('tsx'), ['watch', '--clear-screen=false', ...notOurs, 'server/main.ts'], {
  // Return restarts where standard input is a terminal.
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development' },
});
// Ctrl-C reaches the server by itself; a signal to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
