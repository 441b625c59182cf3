import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { closeDatabase, database, openDatabase, writerOf } from '@/db/connection';
import { useTestDatabase } from '../support/database';
import { openProxy, type Proxy } from '../support/proxy';

const { url } = useTestDatabase();

test('a query that fails does not repeat what it was asked with', async () => {
  const failed = database().execute(sql`select * from nowhere where word = ${'a customer’s name'}`);
  const error: unknown = await failed.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining('Failed query'), cause: { code: '42P01' } });
  expect(inspect(error, { depth: 5 })).not.toMatch(/customer/);
});

// What the driver lacks without `patches/`: see docs/decisions/0005-patched-driver.md.
describe('a connection that is reset', () => {
  let proxy: Proxy;
  beforeAll(async () => {
    const there = new URL(url);
    proxy = await openProxy(Number(there.port));
    there.port = String(proxy.port);
    await closeDatabase();
    openDatabase(there.href, { max: 2 });
  });
  afterAll(async () => {
    await closeDatabase();
    await proxy.close();
  });

  it('fails what is asked of it in the same moment, and answers whatever follows with its own rows', async () => {
    const writer = writerOf('0');
    await writer`select 1`;
    const asked = writer`select pg_sleep(30)`.catch(() => writer`select 'in the same moment'`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    proxy.reset();
    await expect(asked).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    for (const word of ['one', 'two', 'three']) expect(await writer`select ${word} as word`).toEqual([{ word }]);
  });

  it('ends its transaction: nothing more of that is carried out, on no other connection either', async () => {
    await database().execute(sql`create table left_over (word text)`);
    const later: PromiseSettledResult<unknown>[] = [];
    let done: () => void = () => undefined;
    const over = new Promise<void>((resolve) => (done = resolve));
    const failed = database().transaction(async (tx) => {
      await tx.execute(sql`insert into left_over values ('before')`);
      proxy.reset();
      await new Promise((resolve) => setTimeout(resolve, 100));
      // The pool has opened its connections anew by then.
      await Promise.all([1, 2].map(() => database().execute(sql`select pg_sleep(0.1)`)));
      for (const word of ['after', 'after all']) {
        later.push(...(await Promise.allSettled([tx.execute(sql`insert into left_over values (${word})`)])));
      }
      done();
    });
    await expect(failed).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await over;
    expect(later.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await database().execute(sql`select * from left_over`)).toEqual([]);
  });
});
