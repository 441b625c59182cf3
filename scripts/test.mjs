// `npm test`: the whole check, from an empty machine. `npm run check` is the same without the browser.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { playwright } from './playwright.mjs';
import { bin, ensureInstalled, requireNode, root, run, say } from './steps.mjs';
import { ensureRedis } from './system.mjs';

requireNode();
await ensureInstalled();
const withBrowser = !process.argv.includes('--no-browser');
const reports = mkdtempSync(path.join(tmpdir(), 'whetstone-reports-'));
const results = [];

// Lint knows the types of routes too.
await step('types of routes', () => run(bin('next'), ['typegen']));
await Promise.all([
  step('lint', () => run(bin('eslint'), ['.'])),
  step('types', () => run(bin('tsc'), ['--noEmit'])).then(() =>
    step('format', () => run(bin('prettier'), ['--check', '--log-level=warn', '.'])),
  ),
]);
await ensureRedis();
await tests('unit, database and server tests', 'vitest.json', (report) => vitest(report));
await Promise.all([
  tests('database tests through DATABASE_URL', 'outside.json', throughDatabaseUrl),
  step('build', () => run(process.execPath, ['-e', "import('./scripts/build.mjs').then((it) => it.ensureBuilt())"])),
]);
if (withBrowser) {
  await tests('end-to-end tests', 'playwright.json', (report) =>
    playwright(['--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  );
}

rmSync(reports, { recursive: true, force: true });
finish();

/** A check that passes or fails as one. */
async function step(name, work) {
  await timed(name, async () => ((await work()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** A run of tests, which are counted from the report that it writes. */
async function tests(name, file, work) {
  const report = path.join(reports, file);
  await timed(name, async () => {
    const code = await work(report);
    const counted = count(report);
    // A runner that fails beside its tests (a crash, no tests at all) has failed all the same.
    const sound = code === 0 && counted.passed > 0;
    return { ...counted, failed: sound ? counted.failed : Math.max(1, counted.failed) };
  });
}

async function timed(name, work) {
  say(`\n── ${name}`);
  const began = Date.now();
  const result = await work();
  results.push({ name, seconds: Math.round((Date.now() - began) / 1000), ...result });
}

function vitest(report, args = [], env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return run(bin('vitest'), ['run', ...reporters, ...args], { env });
}

/** The same tests against a server that the tests know only by its address, as an operator's own would be. */
async function throughDatabaseUrl(report) {
  const { mkdtemp, chmod } = await import('node:fs/promises');
  const folder = await mkdtemp(path.join(tmpdir(), 'whetstone-outside-'));
  await chmod(folder, 0o755);
  const server = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-server.ts', folder], {
    stdio: ['ignore', 'pipe', process.stderr],
  });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const url = new Promise((resolve) => {
    server.stdout.on('data', (chunk) => resolve(/url (\S+)/.exec(String(chunk))?.[1]));
  });
  try {
    const address = await Promise.race([url, gone.then(() => undefined)]);
    if (!address) return 1;
    return await vitest(report, ['--project=db*', '--exclude=tests/db/embedded.test.ts'], { DATABASE_URL: address });
  } finally {
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Counts the tests of a Vitest or a Playwright report, and tells what failed. */
function count(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    if ('numPassedTests' in report) {
      const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults } = report;
      return { passed, failed, skipped, faults: testResults.flatMap(faultsOf) };
    }
    const { expected, unexpected, skipped } = report.stats;
    return { passed: expected, failed: unexpected, skipped, faults: report.suites.flatMap(faultsIn) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** What failed in a file of a Vitest report: its tests, or what kept it from having any. */
function faultsOf({ name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const faults = failed.map(({ fullName, failureMessages }) => ({ test: fullName, said: failureMessages.join('\n') }));
  if (status === 'failed' && failed.length === 0) faults.push({ test: 'the whole file', said: message });
  return faults.map((fault) => ({ file: path.relative(root, name), ...fault }));
}

/** What failed in a suite of a Playwright report. */
function faultsIn({ file, suites = [], specs = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  const said = ({ tests }) => tests.flatMap(({ results }) => results.map(({ error }) => error?.message)).find(Boolean);
  return [...failed.map((spec) => ({ file, test: spec.title, said: said(spec) ?? '' })), ...suites.flatMap(faultsIn)];
}

function finish() {
  say('');
  for (const { name, seconds, passed, failed, faults = [] } of results) {
    say(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    for (const { file, test, said } of faults) say(`  ✗ ${file}: ${test}\n${said.split('\n').slice(0, 12).join('\n')}`);
  }
  const sum = (key) => results.reduce((total, result) => total + (result[key] ?? 0), 0);
  const skipped = sum('skipped');
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
  process.exit(sum('failed') > 0 ? 1 : 0);
}
