// `npm run dev`: the server from its sources; pages reload as they are edited.
import { spawn } from 'node:child_process';
import { endWithNpm, ensureInstalled, requireNode } from './steps.mjs';

requireNode();
endWithNpm();
await ensureInstalled();
const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'development' },
});
// Ctrl-C reaches the server by itself; a signal to this process alone is handed on.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
