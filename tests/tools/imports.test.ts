import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const eslint = new ESLint({ cwd: root });
const WALL = 'import-x/no-restricted-paths';
const ZOD_ALONE = 'no-restricted-imports';

async function rulesBroken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: path.join(root, file) });
  return result!.messages.map((message) => message.ruleId);
}

// The files named here exist, for the type-aware rules look them up; their text is replaced.
describe('imports go one way', { timeout: 60_000 }, () => {
  it.each([
    ['domain/example.ts', '@/db/settings', WALL],
    ['domain/example.ts', '@/server/face', WALL],
    ['domain/example.ts', 'node:fs', ZOD_ALONE],
    ['domain/example.ts', 'react', ZOD_ALONE],
    ['ui/example.tsx', '@/db/settings', WALL],
    ['ui/example.tsx', '@/server/face', WALL],
    ['db/settings.ts', '@/server/face', WALL],
    ['server/log.ts', '@/app/page', WALL],
    ['app/example.ts', '@/server/config', WALL],
    ['app/example.ts', '../server/main', WALL],
    ['app/example.ts', '@/db/connection', WALL],
    ['app/example.ts', '@/db/schema', WALL],
    ['app/example.ts', '@/tests/support/database', WALL],
  ])('%s may not import %s', async (file, target, rule) => {
    expect(await rulesBroken(file, `import * as it from '${target}';\nexport const used = it;\n`)).toEqual(
      expect.arrayContaining([rule]),
    );
    expect(await rulesBroken(file, `export * from '${target}';\n`)).toEqual(expect.arrayContaining([rule]));
  });

  it.each([
    ['domain/example.ts', 'zod'],
    ['domain/example.ts', 'luxon'],
    ['app/example.ts', '@/server/face'],
    ['app/example.ts', '@/db/settings'],
    ['server/log.ts', '@/db/settings'],
  ])('%s may import %s', async (file, target) => {
    expect(await rulesBroken(file, `import * as it from '${target}';\nexport const used = it;\n`)).toEqual([]);
  });
});

describe('other rules of the house', { timeout: 60_000 }, () => {
  it('refuses any, and a non-null assertion', async () => {
    const text = 'export const length = (text: any, other?: string) => text.length + other!.length;\n';
    expect(await rulesBroken('app/example.ts', text)).toEqual([
      '@typescript-eslint/no-explicit-any',
      '@typescript-eslint/no-non-null-assertion',
    ]);
  });

  it('refuses a clock and randomness of its own in the domain', async () => {
    const text = 'export const now = () => Date.now() + Math.random();\n';
    expect(await rulesBroken('domain/example.ts', text)).toEqual([
      'no-restricted-properties',
      'no-restricted-properties',
    ]);
  });
});

describe('cycles', { timeout: 60_000 }, () => {
  let folder: string;
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are an error', async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'whetstone-cycle-'));
    await writeFile(path.join(folder, 'hen.mts'), "import { egg } from './egg.mts';\nexport const hen = () => egg;\n");
    await writeFile(path.join(folder, 'egg.mts'), "import { hen } from './hen.mts';\nexport const egg = () => hen;\n");
    const outside = new ESLint({ cwd: folder, overrideConfigFile: path.join(root, 'eslint.config.mjs') });
    const results = await outside.lintFiles(['*.mts']);
    expect(results.flatMap((result) => result.messages.map((message) => message.ruleId))).toEqual([
      'import-x/no-cycle',
      'import-x/no-cycle',
    ]);
  });
});
