// `node bench/in-browser.mjs stream|replay`: a bench that looks at the built product in Chromium. `--json` for scripts.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../scripts/steps.mjs';

requireNode();
await ensureInstalled();
const { bundle, distDir, ensureBuilt, serverFile } = await import('../scripts/build.mjs');
const { ensureChromium } = await import('../scripts/chromium.mjs');
const [name, ...rest] = process.argv.slice(2);
await ensureBuilt();
const folder = path.join(distDir, `whetstone-bench-${name}`);
if (!(await bundle({ main: path.join('bench', name, 'main.ts') }, folder))) process.exit(1);
const { status } = spawnSync(process.execPath, [path.join(folder, 'main.cjs'), ...rest], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_SERVER: serverFile, CHROMIUM_PATH: await ensureChromium(), NODE_ENV: 'production' },
});
process.exit(status ?? 1);
