import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': path.resolve(import.meta.dirname) };

/**
 * A folder of tests; those that need PostgreSQL have one server for all of them. Its files share their modules within a
 * process, for loading them anew is half of what they cost; a file that puts others in their place, or loads them anew, has
 * modules of its own, in a project beside it (`db alone`).
 */
function projects(folder: string, needsDatabase = false) {
  const files = readdirSync(path.resolve(import.meta.dirname, 'tests', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.join('tests', folder, name));
  const replaces = (file: string) =>
    /\bvi\.(mock|doMock|resetModules)\b/.test(readFileSync(path.resolve(import.meta.dirname, file), 'utf8'));
  const project = (name: string, include: string[], isolate: boolean) => ({
    resolve: { alias },
    test: {
      name,
      include,
      isolate,
      globalSetup: needsDatabase ? ['tests/support/global-database.ts'] : [],
      testTimeout: needsDatabase ? 20_000 : 5_000,
      hookTimeout: 30_000,
    },
  });
  const [own, shared] = [files.filter(replaces), files.filter((file) => !replaces(file))];
  return [project(folder, shared, false), ...(own.length > 0 ? [project(`${folder} alone`, own, true)] : [])];
}

export default defineConfig({
  test: {
    // Vitest would leave a processor idle; these tests wait a good deal of their time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      ...projects('domain'),
      ...projects('ui'),
      ...projects('app'),
      ...projects('tools'),
      ...projects('db', true),
      ...projects('server', true),
    ],
  },
});
