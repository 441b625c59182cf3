import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { calendarByToken } from '@/db/calendar-feeds';
import { bringLabBack, deletedLabsOf, deleteLab, eraseLabs } from '@/db/lab-deletion';
import { labsOf, membershipIn } from '@/db/labs';
import { keepNote } from '@/db/notes';
import { publicLab } from '@/db/public-lab';
import { accessTo } from '@/db/session-access';
import { sessionPlace } from '@/db/session-place';
import { tokenHash } from '@/db/tokens';
import { useTestDatabase } from '../support/database';
import { hostOf, makeGuest } from '../support/guests';
import { makeLab, type TestLab } from '../support/lab';

useTestDatabase();

/** Whether anybody of the lab, or beside it, finds it by any door. */
async function found(lab: TestLab): Promise<string[]> {
  const host = lab.hosts[0]!.id;
  const [access] = await accessTo([{ sessionId: lab.sessionId, userId: host, signInId: null }]);
  const doors = {
    membership: await membershipIn(host, lab.labId),
    list: (await labsOf(host))[0],
    session: await sessionPlace(host, lab.sessionId),
    room: access!.role ?? undefined,
    public: await publicLab(lab.labId),
    calendar: (await calendarByToken(`feed ${lab.labId}`))?.sessions.find(({ status }) => status === 'scheduled'),
  };
  return Object.entries(doors).flatMap(([door, answer]) => (answer === undefined ? [] : [door]));
}

const withFeed = async (lab: TestLab) => {
  await sqlClient()`
    insert into calendar_feeds (lab_id, user_id, token_hash)
    values (${lab.labId}, ${lab.hosts[0]!.id}, ${tokenHash(`feed ${lab.labId}`)})`;
};

describe('deleting a lab', () => {
  it('shuts every door to it, and a host of it can bring it back', async () => {
    const lab = await makeLab({}, { public: true });
    await withFeed(lab);
    const open = await found(lab);
    expect(open).toEqual(['membership', 'list', 'session', 'room', 'public', 'calendar']);
    await deleteLab(await hostOf(lab));
    expect(await found(lab)).toEqual([]);
    expect(await deletedLabsOf(lab.reps[0]!.id)).toEqual([]);
    expect(await bringLabBack(lab.reps[0]!.id, lab.labId)).toBe(false);
    expect(await deletedLabsOf(lab.hosts[1]!.id)).toMatchObject([{ slug: lab.labId, name: 'Edgework' }]);
    expect(await bringLabBack(lab.hosts[1]!.id, lab.labId)).toBe(true);
    expect(await found(lab)).toEqual(open);
  });

  it('erases everything of it after fourteen days, and nothing of any other', async () => {
    const [lab, other] = [await makeLab({}, { public: true }), await makeLab({}, { public: true })];
    const sql = sqlClient();
    for (const one of [lab, other]) {
      await withFeed(one);
      await makeGuest(one, `Guest of ${one.labId}`);
      await keepNote(one.reps[0]!.id, { session: one.sessionId }, { body: 'Mine.', base: 0 });
      await sql`
        insert into webhooks (id, lab_id, url, events, secret, created_by)
        values (gen_random_uuid(), ${one.labId}, 'https://crm.example', '{session.ended}', 'secret', ${one.hosts[0]!.id})`;
    }
    const rowsAbout = async ({ labId, sessionId }: TestLab) => {
      const tables = await sql<{ name: string }[]>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
      const counts = await Promise.all(
        tables.map(async ({ name }) => {
          const rows = await sql`
            select 1 from ${sql(name)} t where position(${labId} in t::text) > 0 or position(${sessionId} in t::text) > 0`;
          return [name, rows.length] as const;
        }),
      );
      return Object.fromEntries(counts.filter(([, count]) => count > 0));
    };
    const before = await rowsAbout(other);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['labs', 'members', 'sessions', 'notes', 'webhooks', 'calendar_feeds', 'guests', 'users']),
    );

    await deleteLab(await hostOf(lab));
    expect(await eraseLabs()).toEqual([]);
    await sql`update labs set deleted_at = now() - interval '15 days' where id = ${lab.labId}`;
    expect((await Promise.all([eraseLabs(), eraseLabs()])).flat()).toEqual([lab.labId]);
    expect(await rowsAbout(lab)).toEqual({});
    expect(await rowsAbout(other)).toEqual(before);
  });
});
