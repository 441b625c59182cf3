// Builds the pages (Next) and the server (esbuild) when their sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, root, run, say } from './steps.mjs';

const FOLDERS = ['app', 'ui', 'domain', 'server', 'db', 'public'];
const FILES = ['package-lock.json', 'tsconfig.json', 'next.config.ts', 'postcss.config.mjs', 'proxy.ts'];
const SCRIPT = path.join('scripts', 'build.mjs');

/** Packages without a CommonJS form, which Node before 20.19 can't require. */
const BUNDLED = ['uuid'];

export const distDir = path.join(root, process.env.NEXT_DIST_DIR || '.next');
export const serverFile = path.join(distDir, 'whetstone-server.cjs');
const stampFile = path.join(distDir, 'whetstone-build.txt');

/** Builds unless the last build is of the same sources. Ends the script when the build fails. */
export async function ensureBuilt() {
  const stamp = hashOfSources();
  if (existsSync(serverFile) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('Building …');
  const pages = await run(bin('next'), ['build'], { env: { NODE_ENV: 'production' } });
  if (pages === 0) hintCompilers();
  if (pages !== 0 || !(await buildServer())) {
    say('The build failed: see above.');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

/** So long is a script that asks for it; of a shorter one each function is compiled in no time. */
const HINTED_LETTERS = 16_000;

/**
 * Has the browser compile a large script while it loads it, beside the page, and not function by function as each is first
 * called: most of what a page's scripts cost its main thread. An explicit compile hint, which other engines read as a comment:
 * https://v8.dev/blog/explicit-compile-hints
 */
function hintCompilers() {
  const folder = path.join(distDir, 'static', 'chunks');
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith('.js')) continue;
    const file = path.join(folder, name);
    const script = readFileSync(file, 'utf8');
    if (script.length >= HINTED_LETTERS) writeFileSync(file, `//# allFunctionsCalledOnLoad\n${script}`);
  }
}

function buildServer() {
  const name = path.basename(serverFile, '.cjs');
  return bundle({ [name]: path.join('server', 'main.ts') }, distDir);
}

/** Makes programs for Node, `name.cjs` in a folder, of TypeScript files; packages stay where they are. False: it failed. */
export async function bundle(files, folder) {
  const { build, stop } = await import('esbuild');
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { dependencies, devDependencies, optionalDependencies } = manifest;
  const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const built = await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.9',
    sourcemap: 'linked',
    external: packages.filter((name) => !BUNDLED.includes(name)),
    logLevel: 'warning',
  }).then(
    () => true,
    () => false,
  );
  // Its helper process would stay beside the server.
  await stop();
  return built;
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of [...FOLDERS.flatMap(filesIn), ...FILES, SCRIPT]) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(path.join(root, folder))) return [];
  const names = readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true });
  return names
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}
