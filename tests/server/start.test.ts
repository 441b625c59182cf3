import { describe, expect, it } from 'vitest';
import { runTypeScript } from '../support/process';

/** Starts the server where it can't, and gives back its exit code and all that it said. */
async function refused(env: Record<string, string>) {
  const program = runTypeScript('server/main.ts', [], { DATABASE_URL: undefined, ...env, NODE_ENV: 'production' });
  const code = await program.exited;
  return { code, said: program.output().trim() };
}

// One sentence for a person each, and exit 1. (The port that is taken needs a built server: see e2e.)
describe('a start that can not be', { timeout: 30_000 }, () => {
  it('names the variable that is wrong', async () => {
    expect(await refused({ COMMAND_RATE: 'fast' })).toEqual({
      code: 1,
      said: 'COMMAND_RATE should be commands and seconds, like 40/10.',
    });
  });

  it('says that the data folder is not writable', async () => {
    const { code, said } = await refused({ DATA_DIR: '/dev/null/data' });
    expect(code).toBe(1);
    expect(said).toMatch(/^The data folder \/dev\/null\/data is not writable \(.+\): set DATA_DIR to one that is\.$/);
  });

  it('says that the database is unreachable, without the password', async () => {
    const { code, said } = await refused({ DATABASE_URL: 'postgres://lab:sesame@127.0.0.1:9/lab' });
    expect(code).toBe(1);
    expect(said).toMatch(/^The database at 127\.0\.0\.1:9 can't be used \(.+\): check DATABASE_URL, .+\.$/);
    expect(said).not.toContain('sesame');
  });
});
