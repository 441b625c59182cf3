import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

async function namesOfTests(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(test|spec)\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const names = /\b(?:it|test|describe)(?:\.each\([^)]*\))?\(\s*[`'"](.*)/g;
  return texts.flatMap((text) => [...text.matchAll(names)].map(([, name]) => name)).join('\n');
}

it('every rule of SPEC.md is named by a test', async () => {
  const rules = [...(await readFile('SPEC.md', 'utf8')).matchAll(/^- ([A-Z]+\d+[a-z]?)\. /gm)].map(([, rule]) => rule!);
  expect(rules.length).toBeGreaterThan(100);
  const names = `${await namesOfTests('tests')}\n${await namesOfTests('e2e')}`;
  expect(rules.filter((rule) => !new RegExp(`\\b${rule}\\b`).test(names))).toEqual([]);
});
