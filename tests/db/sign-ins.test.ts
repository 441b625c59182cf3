import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db/connection';
import { setPassword } from '@/db/passwords';
import { accountOfSignIn, beginSignIn, endSignIn, endSignIns, SIGN_IN_SECONDS, signInsOf } from '@/db/sign-ins';
import { useTestDatabase } from '../support/database';
import { makeAccount } from '../support/people';

useTestDatabase();

async function signedInOn(...devices: string[]) {
  const { id: userId } = await makeAccount();
  const ids: string[] = [];
  for (const device of devices) ids.push(await beginSignIn(userId, device));
  const opens = () =>
    Promise.all(ids.map(async (signInId) => (await accountOfSignIn({ userId, signInId })) !== undefined));
  return { userId, ids, opens };
}

const age = (id: string, seconds: number) => sqlClient()`
  update sign_ins set created_at = now() - ${seconds} * interval '1 second',
    seen_at = now() - ${seconds} * interval '1 second' where id = ${id}`;

describe('a sign-in', () => {
  test('opens its own person’s account, and is listed with its device', async () => {
    const { userId, ids } = await signedInOn('Firefox on Windows', 'Safari on iPhone');
    const other = await signedInOn('Chrome on Linux');
    expect(await accountOfSignIn({ userId, signInId: ids[0]! })).toMatchObject({ id: userId });
    expect(await accountOfSignIn({ userId, signInId: other.ids[0]! })).toBeUndefined();
    const listed = await signInsOf(userId);
    expect(listed.map(({ device }) => device).sort()).toEqual(['Firefox on Windows', 'Safari on iPhone']);
  });

  test('is ended by itself, by its own person alone, and once', async () => {
    const { userId, ids, opens } = await signedInOn('one', 'two');
    const other = await signedInOn('other');
    expect(await endSignIn({ userId: other.userId, signInId: ids[0]! })).toBe(false);
    expect(await opens()).toEqual([true, true]);
    expect(await endSignIn({ userId, signInId: ids[0]! })).toBe(true);
    expect(await endSignIn({ userId, signInId: ids[0]! })).toBe(false);
    expect(await opens()).toEqual([false, true]);
    expect((await signInsOf(userId)).map(({ id }) => id)).toEqual([ids[1]]);
  });

  test('is ended with all others, or stays alone', async () => {
    const { userId, ids, opens } = await signedInOn('one', 'two', 'three');
    await endSignIns(userId, ids[1]);
    expect(await opens()).toEqual([false, true, false]);
    await endSignIns(userId);
    expect(await opens()).toEqual([false, false, false]);
  });

  test('is ended by a new password, but for the one that set it', async () => {
    const { userId, ids, opens } = await signedInOn('one', 'two');
    await setPassword(userId, 'a hash', { but: ids[0]! });
    expect(await opens()).toEqual([true, false]);
  });

  test('holds for thirty days, and is forgotten after sixty', async () => {
    const { userId, ids, opens } = await signedInOn('old', 'very old', 'young');
    await age(ids[0]!, SIGN_IN_SECONDS + 60);
    await age(ids[1]!, 2 * SIGN_IN_SECONDS + 60);
    await age(ids[2]!, SIGN_IN_SECONDS - 60);
    expect(await opens()).toEqual([false, false, true]);
    await beginSignIn(userId, 'new');
    const rows = await sqlClient()`select device from sign_ins where user_id = ${userId} order by device`;
    expect(rows.map(({ device }) => String(device))).toEqual(['new', 'old', 'young']);
  });

  test('says when it was last seen', async () => {
    const { userId, ids } = await signedInOn('one');
    await age(ids[0]!, 3600);
    await accountOfSignIn({ userId, signInId: ids[0]! });
    const [listed] = await signInsOf(userId);
    expect(Date.now() - listed!.seenAt.getTime()).toBeLessThan(60_000);
    expect(Date.now() - listed!.createdAt.getTime()).toBeGreaterThan(3_500_000);
  });
});
