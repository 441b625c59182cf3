import { sqlClient } from './connection';

/** A column of instants as ms since the epoch; for columns named in the source, never for what somebody wrote. */
export function msOf(column: string) {
  return sqlClient().unsafe(`(extract(epoch from ${column}) * 1000)::float8`);
}

/** An instant, ms since the epoch, to compare a column with. */
export function instantAt(ms: number) {
  return sqlClient()`${new Date(ms).toISOString()}::text::timestamptz`;
}
