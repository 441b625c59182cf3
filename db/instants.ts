import { sqlClient } from './connection';

/** A column of instants as ms since the epoch; for columns named in the source, never for what somebody wrote. */
export function msOf(column: string) {
  return sqlClient().unsafe(`(extract(epoch from ${column}) * 1000)::float8`);
}

/** An instant as ISO 8601 in UTC, to the ms, as the text of an SQL expression in which nothing is from outside. */
export function isoIn(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The same, to stand in a statement. */
export function isoOf(column: string) {
  return sqlClient().unsafe(isoIn(column));
}

/** An instant, ms since the epoch, to compare a column with. */
export function instantAt(ms: number) {
  return sqlClient()`${new Date(ms).toISOString()}::text::timestamptz`;
}

/**
 * When the session that a statement has under this name was held, or is to be: its start, else its plan. The text of an
 * SQL expression; nothing in the name is from outside.
 */
export function heldIn(session: string): string {
  return `coalesce(${session}.started_at, ${session}.starts_at)`;
}
