import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/connection';
import { useTestDatabase } from '../support/database';

useTestDatabase();

test('a query that fails does not repeat what it was asked with', async () => {
  const failed = database().execute(sql`select * from nowhere where word = ${'a customer’s name'}`);
  const error: unknown = await failed.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining('Failed query'), cause: { code: '42P01' } });
  expect(inspect(error, { depth: 5 })).not.toMatch(/customer/);
});
