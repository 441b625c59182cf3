import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { migrateDatabase, migrationsCurrent } from '@/db/migrate';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase();

describe('migrations', () => {
  it('are current in a fresh database, and running them again changes nothing', async () => {
    expect(await migrationsCurrent()).toBe(true);
    await Promise.all([migrateDatabase(database.url), migrateDatabase(database.url)]);
    expect(await migrationsCurrent()).toBe(true);
  });

  it('bring the extension that similar words are found with', async () => {
    const [row] = await sqlClient()<{ likeness: number }[]>`select similarity('whetstone', 'whetstones') as likeness`;
    expect(row!.likeness).toBeGreaterThan(0.5);
  });

  it('are not current when the newest is missing', async () => {
    await sqlClient()`delete from drizzle.__drizzle_migrations
      where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`;
    expect(await migrationsCurrent()).toBe(false);
  });
});
