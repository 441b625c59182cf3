// `npm run bench`: measures the built server beside its baselines. `-- --json`, `-- --only fan-out,acks`, `-- --pairs 3`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../scripts/steps.mjs';

requireNode();
await ensureInstalled();
const { bundle, distDir, ensureBuilt, serverFile } = await import('../scripts/build.mjs');
await ensureBuilt();
const folder = path.join(distDir, 'whetstone-bench');
const programs = ['main', 'clients', 'bare', 'raw'].map((name) => [name, path.join('bench', `${name}.ts`)]);
if (!(await bundle(Object.fromEntries(programs), folder))) process.exit(1);
const { status } = spawnSync(process.execPath, [path.join(folder, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, BENCH_SERVER: serverFile, NODE_ENV: 'production' },
});
process.exit(status ?? 1);
