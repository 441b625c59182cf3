// `npm run bench:search`: how quickly 100,000 contributions are searched. `-- --plans`, `-- --json`, `-- --contributions 20000`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, requireNode } from '../../scripts/steps.mjs';

requireNode();
await ensureInstalled();
const { bundle, distDir } = await import('../../scripts/build.mjs');
const folder = path.join(distDir, 'whetstone-bench-search');
if (!(await bundle({ main: path.join('bench', 'search', 'main.ts') }, folder))) process.exit(1);
const { status } = spawnSync(process.execPath, [path.join(folder, 'main.cjs'), ...process.argv.slice(2)], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, NODE_ENV: 'production' },
});
process.exit(status ?? 1);
