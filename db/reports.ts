import { sqlClient } from './connection';

/**
 * The reports on a commitment `c` as it stands, to stand behind `from`: one that was made anew is a new promise, on which
 * nobody has reported yet.
 */
export function reports() {
  return sqlClient()`(select * from checkins where commitment_id = c.id and at >= c.made_at) as k`;
}
