import { sqlClient } from './connection';

/** The database's clock, in ms since the epoch. */
export async function databaseTime(): Promise<number> {
  const [row] = await sqlClient()<{ ms: number }[]>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`;
  if (!row) throw new Error('The database did not tell the time.');
  return row.ms;
}
