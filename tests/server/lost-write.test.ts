import { expect, it } from 'vitest';
import { useTestDatabase } from '../support/database';
import { runTypeScript } from '../support/process';

const database = useTestDatabase();

it('a connection that is lost in the middle of a transaction fails it, and nothing else', async () => {
  const program = runTypeScript('tests/support/lost-write.ts', [], { DATABASE_URL: database.url });
  expect(await program.exited).toBe(0);
  expect(program.output()).toContain('failed, and goes on');
});

it('anything else that nobody caught ends the process', async () => {
  const program = runTypeScript('tests/support/lost-write.ts', [], { DATABASE_URL: database.url, STRAY: '1' });
  expect(await program.exited).toBe(1);
  expect(program.output()).toContain('an error that nobody caught');
});
