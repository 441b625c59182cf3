import { sqlClient } from '@/db/connection';

/** What is seen while a column of a table is otherwise; it is put back, whatever happens. */
export async function whileSet<T>(table: string, column: string, change: string, look: () => Promise<T>): Promise<T> {
  await sqlClient().unsafe(`create table kept_${table} as select id, ${column} from ${table}`);
  try {
    await sqlClient().unsafe(`update ${table} set ${column} = ${change}`);
    return await look();
  } finally {
    await sqlClient().unsafe(`update ${table} t set ${column} = k.${column} from kept_${table} k where k.id = t.id`);
  }
}
