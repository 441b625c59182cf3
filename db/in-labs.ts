import type { Id } from '@/domain/session';
import type { Tx } from './places';

/** Where a query is asked: in these labs, all of them the viewer's. */
export type Labs = readonly Id[];

export function ids(sql: Tx, these: readonly Id[]) {
  return sql`any(${[...these]}::uuid[])`;
}

/** To be in one of these labs; of one alone, an index gives the rows in its order. */
export function inLabs(sql: Tx, labs: Labs) {
  return labs.length === 1 ? sql`= ${labs[0] ?? null}` : sql`= ${ids(sql, labs)}`;
}

/** Everybody who said something in each of these labs, as what `with recursive authors as` begins; a last one is null. */
export function authorsIn(sql: Tx, labs: Labs) {
  const next = sql`select author_id from places p where p.lab_id`;
  // One after another by the index, of which each takes one step.
  return sql`
    select l.id as lab_id, (${next} = l.id order by author_id limit 1) as id from unnest(${[...labs]}::uuid[]) as l(id)
    union all
    select a.lab_id, (${next} = a.lab_id and author_id > a.id order by author_id limit 1)
    from authors a where a.id is not null`;
}
