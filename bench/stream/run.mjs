// `npm run bench:stream`: how a slow device draws a burst of contributions while somebody writes. `-- --json`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../../scripts/steps.mjs';

requireNode();
await ensureInstalled();
const { bundle, distDir, ensureBuilt, serverFile } = await import('../../scripts/build.mjs');
const { ensureChromium } = await import('../../scripts/chromium.mjs');
await ensureBuilt();
const folder = path.join(distDir, 'whetstone-bench-stream');
if (!(await bundle({ main: path.join('bench', 'stream', 'main.ts') }, folder))) process.exit(1);
const { status } = spawnSync(process.execPath, [path.join(folder, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_SERVER: serverFile, CHROMIUM_PATH: await ensureChromium(), NODE_ENV: 'production' },
});
process.exit(status ?? 1);
