// `npm run bench:export`: how much the server grows while a lab of 100,000 contributions is exported. `-- --json`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../../scripts/steps.mjs';

requireNode();
await ensureInstalled();
const { bundle, distDir, ensureBuilt, serverFile } = await import('../../scripts/build.mjs');
await ensureBuilt();
const folder = path.join(distDir, 'whetstone-bench-export');
if (!(await bundle({ main: path.join('bench', 'export', 'main.ts') }, folder))) process.exit(1);
const { status } = spawnSync(process.execPath, [path.join(folder, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_SERVER: serverFile, NODE_ENV: 'production' },
});
process.exit(status ?? 1);
