import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sqlClient } from '@/db/connection';
import { createInvitation, invitationByToken } from '@/db/invitations';
import { bringLabBack, deleteLab, deletedLabsOf } from '@/db/lab-deletion';
import { membershipIn } from '@/db/labs';
import { comeBack, eraseLeavers, labsHeldBy, leave, ownTables } from '@/db/leaving';
import { keepNote } from '@/db/notes';
import { accountByEmail, accountById, namesOf } from '@/db/people';
import { accountOfSignIn, beginSignIn } from '@/db/sign-ins';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { useTestDatabase } from '../support/database';
import { hostOf, makeGuest } from '../support/guests';
import { makeLab } from '../support/lab';

useTestDatabase();

/** Time passes: the account was deleted so many days ago. */
const daysAgo = (userId: string, days: number) =>
  sqlClient()`update users set leaving_at = now() - ${days} * interval '1 day' where id = ${userId}`;

const emailOf = (userId: string) => `${userId}@example.com`;

describe('deleting one’s account', () => {
  it('signs out everywhere, and is undone by coming back', async () => {
    const lab = await makeLab();
    const [rep] = lab.reps;
    const claim = { userId: rep!.id, signInId: await beginSignIn(rep!.id, 'Firefox on Windows') };
    expect(await leave(rep!.id)).toHaveProperty('sentOut');
    expect(await accountOfSignIn(claim)).toBeUndefined();
    await daysAgo(rep!.id, 13);
    expect(await eraseLeavers()).toEqual([]);
    await beginSignIn(rep!.id, 'Firefox on Windows');
    expect(await comeBack(rep!.id)).toBe(false);
    await sqlClient()`update users set leaving_at = leaving_at - interval '30 days' where id = ${rep!.id}`;
    expect(await eraseLeavers()).toEqual([]);
    expect((await accountByEmail(emailOf(rep!.id)))!.id).toBe(rep!.id);
  });

  it('is refused to the only host of a lab, until there is another who stays', async () => {
    const lab = await makeLab({ hosts: 2 });
    const [first, second] = lab.hosts;
    expect(await leave(first!.id)).toHaveProperty('sentOut');
    expect(await leave(second!.id)).toEqual({ holds: [{ slug: lab.labId, name: 'Edgework' }] });
    expect(await labsHeldBy(second!.id)).toHaveLength(1);
    await comeBack(first!.id);
    expect(await leave(second!.id)).toHaveProperty('sentOut');
  });

  it('takes one out of one’s labs at once, and coming back brings one into them as one was', async () => {
    const [lab, other] = [await makeLab(), await makeLab()];
    const [, host] = lab.hosts;
    await sqlClient()`insert into members (lab_id, user_id, role) values (${other.labId}, ${host!.id}, 'observer')`;
    const places = async () => [await membershipIn(host!.id, lab.labId), await membershipIn(host!.id, other.labId)];
    const before = await places();
    expect(before).toMatchObject([{ role: 'host' }, { role: 'observer' }]);
    await leave(host!.id);
    expect(await places()).toEqual([undefined, undefined]);
    expect(await deletedLabsOf(host!.id)).toEqual([]);
    await comeBack(host!.id);
    expect(await places()).toEqual(before);
  });

  it('is apart from the end of a lab: each brings back only what isn’t deleted still', async () => {
    const lab = await makeLab({ hosts: 2 });
    const [stays, leaves] = await Promise.all(lab.hosts.map(async ({ id }) => (await membershipIn(id, lab.labId))!));
    const inLab = async () =>
      (await Promise.all([stays!, leaves!].map(({ userId }) => membershipIn(userId, lab.labId)))).map(Boolean);
    await leave(leaves!.userId);
    await deleteLab(stays!);
    await comeBack(leaves!.userId);
    expect(await inLab()).toEqual([false, false]);
    await leave(leaves!.userId);
    expect(await bringLabBack(stays!.userId, lab.labId)).toBe(true);
    expect(await inLab()).toEqual([true, false]);
    expect(await bringLabBack(leaves!.userId, lab.labId)).toBe(false);
    await comeBack(leaves!.userId);
    expect(await inLab()).toEqual([true, true]);
  });

  it('of an older database takes one out of one’s labs once that is brought up to date', async () => {
    const backfill = readFileSync('db/migrations/0023_brought_up_to_date.sql', 'utf8').split(
      '--> statement-breakpoint',
    )[2]!;
    const lab = await makeLab();
    const [leaves, stays] = lab.reps;
    await daysAgo(leaves!.id, 3);
    await sqlClient().unsafe(backfill);
    expect(await membershipIn(leaves!.id, lab.labId)).toBeUndefined();
    expect(await membershipIn(stays!.id, lab.labId)).toBeDefined();
    await comeBack(leaves!.id);
    expect(await membershipIn(leaves!.id, lab.labId)).toMatchObject({ role: 'rep' });
  });

  it('is not held up by a lab that is put away or deleted', async () => {
    const [away, gone] = [await makeLab({ hosts: 1 }), await makeLab({ hosts: 1 })];
    await sqlClient()`update labs set archived_at = now() where id = ${away.labId}`;
    await sqlClient()`update labs set deleted_at = now() where id = ${gone.labId}`;
    for (const lab of [away, gone]) expect(await leave(lab.hosts[0]!.id)).toHaveProperty('sentOut');
  });

  it('closes what its person opened into a lab as its host, and says whom that sends out', async () => {
    const lab = await makeLab({ hosts: 2 });
    const guest = await makeGuest(lab);
    expect(await leave(lab.hosts[0]!.id)).toEqual({ sentOut: new Map([[lab.labId, [lab.hosts[0]!.id, guest]]]) });
  });

  it('two hosts at once leaves one of them', async () => {
    const lab = await makeLab({ hosts: 2 });
    const answers = await Promise.all(lab.hosts.map(({ id }) => leave(id)));
    expect(answers.filter((answer) => 'sentOut' in answer)).toHaveLength(1);
  });

  it('erases after fourteen days what is theirs alone, and keeps what they said as a former member’s', async () => {
    const lab = await makeLab();
    const [rep, other] = lab.reps;
    const id = rep!.id;
    const email = emailOf(id);
    const sql = sqlClient();
    await keepNote(id, { session: lab.sessionId }, { body: 'Mine.', base: 0 });
    await keepNote(other!.id, { session: lab.sessionId }, { body: 'Theirs.', base: 0 });
    await sql`insert into drafts (user_id, lab_id, data) values (${id}, ${lab.labId}, '{"story": "A draft."}')`;
    await sql`insert into mail_choices (user_id, kind, wanted) values (${id}, 'recap', false)`;
    await sql`insert into sign_ins (id, user_id, device) values (gen_random_uuid(), ${id}, 'A phone')`;
    await sql`insert into identities (issuer, subject, user_id) values ('https://id.example', 'me', ${id})`;
    await sql`insert into calendar_feeds (lab_id, user_id, token_hash) values (${lab.labId}, ${id}, 'a hash')`;
    await sql`
      insert into requests (id, lab_id, name, email, words) values (gen_random_uuid(), ${lab.labId}, 'Me', ${email}, 'Please.')`;
    await sql`
      insert into outbox (id, key, kind, "to", data) values (gen_random_uuid(), 'a key', 'answer', ${email}, '{}')`;
    await sql`
      insert into takeaways (session_id, user_id, body, at) values (${lab.sessionId}, ${id}, 'Ask sooner.', now())`;
    await sql`update users set password_hash = 'a hash', email_confirmed_at = now() where id = ${id}`;
    const host = await hostOf(lab);
    const invited = { role: 'rep' as const, expiresAt: new Date(Date.now() + 86_400_000), maxUses: 1, email };
    const [open, used] = [await createInvitation(host, invited), await createInvitation(host, invited)];
    await sql`update invitations set uses = max_uses where id = ${used.id}`;

    await leave(id);
    await daysAgo(id, 15);
    expect((await Promise.all([eraseLeavers(), eraseLeavers()])).flat()).toEqual([id]);

    expect(await accountById(id)).toBeUndefined();
    expect(await accountByEmail(email)).toBeUndefined();
    expect((await namesOf(lab.labId, [id])).get(id)).toBe(FORMER_MEMBER);
    const [user] = await sql`select * from users where id = ${id}`;
    expect(user).toMatchObject({ email: null, name: FORMER_MEMBER, password_hash: null, time_zone: null });
    const [kept] = await sql<{ body: string }[]>`select body from takeaways where user_id = ${id}`;
    expect(kept!.body).toBe('Ask sooner.');
    const [left] = await sql<{ count: number }[]>`select count(*)::int as count from notes`;
    expect(left!.count).toBe(1);
    expect(await invitationByToken(open.token)).toMatchObject({ state: 'revoked' });
    expect(await invitationByToken(used.token)).toMatchObject({ state: 'used_up' });
    // Nowhere in the whole database is there anything of the person but their words and ids.
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const found = await sql`select 1 from ${sql(name)} t where position(${email} in t::text) > 0`;
      expect(found, name).toHaveLength(0);
    }
  });

  it('takes their address off a link that was made for it, for as long as they are away', async () => {
    const lab = await makeLab();
    const id = lab.reps[0]!.id;
    await sqlClient()`update users set email_confirmed_at = now() where id = ${id}`;
    const until = { expiresAt: new Date(Date.now() + 86_400_000), maxUses: 1 };
    const { token } = await createInvitation(await hostOf(lab), { role: 'rep', email: emailOf(id), ...until });
    const address = async () => (await invitationByToken(token))!.email;
    expect(await address()).toBe(emailOf(id));
    await leave(id);
    expect(await address()).toBeNull();
    await comeBack(id);
    expect(await address()).toBe(emailOf(id));
  });

  it('leaves the requests of whoever may be behind an address that the account never confirmed', async () => {
    const lab = await makeLab();
    const id = lab.reps[0]!.id;
    const sql = sqlClient();
    await sql`
      insert into requests (id, lab_id, name, email, words)
      values (gen_random_uuid(), ${lab.labId}, 'Another', ${emailOf(id)}, 'Please.')`;
    await leave(id);
    await daysAgo(id, 15);
    expect(await eraseLeavers()).toEqual([id]);
    expect(await sql`select name from requests where email = ${emailOf(id)}`).toMatchObject([{ name: 'Another' }]);
  });

  it('takes with it exactly the tables whose rows are one person’s alone', async () => {
    const own = (await ownTables()).map(({ table }) => table);
    for (const table of ['notes', 'drafts', 'sign_ins', 'identities', 'calendar_feeds', 'mail_choices', 'outbox']) {
      expect(own).toContain(table);
    }
    // What a lab remembers of everybody must not go with one of them.
    for (const table of ['contributions', 'scenarios', 'turns', 'commitments', 'checkins', 'takeaways', 'attendance']) {
      expect(own).not.toContain(table);
    }
  });
});
