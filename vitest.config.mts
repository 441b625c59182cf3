import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': path.resolve(import.meta.dirname) };

/** A folder of tests; those that need PostgreSQL have one server for all of them. */
function project(name: string, needsDatabase = false) {
  return {
    resolve: { alias },
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`, `tests/${name}/**/*.test.tsx`],
      // The domain has no state that one file could leave to the next.
      isolate: name !== 'domain',
      globalSetup: needsDatabase ? ['tests/support/global-database.ts'] : [],
      testTimeout: needsDatabase ? 20_000 : 5_000,
      hookTimeout: 30_000,
    },
  };
}

export default defineConfig({
  test: {
    // Vitest would leave a processor idle; these tests wait a good deal of their time.
    maxWorkers: availableParallelism() + 1,
    projects: [
      project('domain'),
      project('ui'),
      project('app'),
      project('tools'),
      project('db', true),
      project('server', true),
    ],
  },
});
