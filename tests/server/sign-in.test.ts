import { verify } from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sqlClient } from '@/db/connection';
import { accountByEmail, createAccount } from '@/db/people';
import { accountOfSignIn, beginSignIn } from '@/db/sign-ins';
import { checkSignIn, hashPassword, makeKnownDevice, makeSignIn, readKnownDevice, readSignIn } from '@/server/auth';
import { markAddress, addressOf, networkOf } from '@/server/auth/address';
import { ACCOUNT_FAILURES, ADDRESS_FAILURES, TAKEN_TOLD, unlessProbing } from '@/server/auth/throttle';
import { readConfig } from '@/server/config';
import { claimedSignIn } from '@/server/sign-in';
import { useTestDatabase } from '../support/database';

useTestDatabase();
// The real one, which a test may ask how often it was called.
vi.mock('@node-rs/argon2', async (original) => {
  const argon2 = await original<typeof import('@node-rs/argon2')>();
  return { ...argon2, verify: vi.fn(argon2.verify) };
});

const PASSWORD = 'salt and iron, twice';
const HERE = '192.0.2.1';
let email = '';
let made = 0;

beforeEach(async () => {
  await sqlClient()`delete from rate_limits`;
  made += 1;
  email = `ruth${made}@example.com`;
  await createAccount({ name: 'Ruth', email, passwordHash: await hashPassword(PASSWORD) });
});

const wrong = (address = HERE, typed = email) => checkSignIn({ email: typed, password: 'not this one' }, address);
const right = (address = HERE, typed = email) => checkSignIn({ email: typed, password: PASSWORD }, address);
const idOf = async (typed: string) => (await accountByEmail(typed))?.id ?? '';
const times = async (count: number, run: (at: number) => Promise<unknown>) => {
  for (let at = 0; at < count; at += 1) await run(at);
};

describe('signing in', () => {
  test('takes the right password, however the email is written', async () => {
    expect(await right(HERE, `  ${email.toUpperCase()} `)).toMatchObject({ ok: true, account: { email } });
  });

  test('answers a wrong password and an unknown email with the same words', async () => {
    const [known, unknown] = [await wrong(), await wrong(HERE, 'nobody@example.com')];
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ ok: false, message: expect.stringContaining('do not match. Four tries left') });
  });

  test('does the same costly work for a wrong password and for an unknown email', async () => {
    const worked = async (typed: string) => {
      vi.mocked(verify).mockClear();
      await wrong(HERE, typed);
      return vi
        .mocked(verify)
        .mock.calls.map(([hashed]) => /^\$argon2id\$v=\d+\$m=\d+,t=\d+,p=\d+/.exec(String(hashed))?.[0]);
    };
    const known = await worked(email);
    expect(known).toEqual([expect.stringContaining('m=19456,t=2,p=1')]);
    expect(await worked('nobody@example.com')).toEqual(known);
  });

  test('tells an email that no database could hold like a wrong one', async () => {
    for (const typed of ['a\0b@example.com', '\ud800@example.com']) {
      expect(await wrong(HERE, typed)).toEqual({ ok: false, message: 'Write your email and your password.' });
    }
  });

  test('rests an account after its failures, whatever the address, case or spaces', async () => {
    await times(ACCOUNT_FAILURES, (at) => wrong(`192.0.2.${at}`, at % 2 ? email.toUpperCase() : ` ${email} `));
    expect(await right('198.51.100.1')).toMatchObject({
      ok: false,
      message: expect.stringContaining('Too many tries'),
    });
  });

  test('does not keep an account out of a device where it signed in before, for what strangers have tried', async () => {
    const device = await idOf(email);
    await times(ACCOUNT_FAILURES, (at) => wrong(`198.51.100.${at}`));
    expect(await checkSignIn({ email, password: PASSWORD }, HERE, device)).toMatchObject({ ok: true });
    expect(await right()).toMatchObject({ ok: false, message: expect.stringContaining('Too many tries') });
  });

  test('gives the devices where an account signed in before as many tries as strangers, and no other account', async () => {
    const device = await idOf(email);
    const known = (password: string, typed = email) => checkSignIn({ email: typed, password }, HERE, device);
    await times(ACCOUNT_FAILURES, () => known('not this one'));
    expect(await known(PASSWORD)).toMatchObject({ ok: false, message: expect.stringContaining('Too many tries') });
    expect(await right()).toMatchObject({ ok: true });
    await times(ACCOUNT_FAILURES, () => wrong(HERE, 'nobody@example.com'));
    expect(await known('x', 'nobody@example.com')).toMatchObject({
      message: expect.stringContaining('Too many tries'),
    });
  });

  test('counts what is tried on such a device against its address too', async () => {
    const device = await idOf(email);
    await times(ADDRESS_FAILURES, (at) => wrong(HERE, `nobody${at}@example.com`));
    expect(await checkSignIn({ email, password: PASSWORD }, HERE, device)).toMatchObject({ ok: false });
  });

  test('rests an unknown email just the same', async () => {
    await times(ACCOUNT_FAILURES, () => wrong(HERE, 'nobody@example.com'));
    expect(await wrong(HERE, 'nobody@example.com')).toMatchObject({
      message: expect.stringContaining('Too many tries'),
    });
  });

  test('lets no more guesses through when they come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong()));
    const guesses = answers.filter((one) => !one.ok && one.message.includes('do not match'));
    expect(guesses).toHaveLength(ACCOUNT_FAILURES);
  });

  test('rests an address after its failures, and no other address', async () => {
    await times(ADDRESS_FAILURES, (at) => wrong(HERE, `nobody${at}@example.com`));
    expect(await right()).toMatchObject({ ok: false, message: expect.stringContaining('Too many tries') });
    expect(await right('198.51.100.1')).toMatchObject({ ok: true });
  });

  test('counts an IPv6 network as one address, for whoever has one has all of it', async () => {
    await times(ADDRESS_FAILURES, (at) => wrong(`2001:db8:1:2:${at}::1`, `nobody${at}@example.com`));
    expect(await right('2001:db8:1:2:ffff::9')).toMatchObject({ ok: false });
    expect(await right('2001:db8:1:3::1')).toMatchObject({ ok: true });
  });

  test('does not count successes, and begins anew after one', async () => {
    await times(ADDRESS_FAILURES + 5, () => right());
    await times(ACCOUNT_FAILURES - 1, () => wrong());
    expect(await right()).toMatchObject({ ok: true });
    expect(await wrong()).toMatchObject({ message: expect.stringContaining('Four tries left') });
  });

  test('does not let one good account open its address to guessing', async () => {
    await times(ADDRESS_FAILURES - 1, (at) => wrong(HERE, `nobody${at}@example.com`));
    expect(await right()).toMatchObject({ ok: true });
    await wrong(HERE, 'another@example.com');
    expect(await right()).toMatchObject({ ok: false });
  });

  test('refuses what is no text at all', async () => {
    expect(await checkSignIn({ email: undefined, password: { $ne: 1 } }, HERE)).toMatchObject({ ok: false });
    expect(await checkSignIn({ email: 'a'.repeat(5000), password: 'x' }, HERE)).toMatchObject({ ok: false });
  });
});

describe('a sign-in', () => {
  const keys = { config: readConfig({ NODE_ENV: 'test' }), authSecret: 'a secret that is long enough' };

  const begin = async () => {
    const checked = await right();
    if (!checked.ok) throw new Error(checked.message);
    return { userId: checked.account.id, signInId: await beginSignIn(checked.account.id, 'Firefox on Windows') };
  };

  test('says who and which, and opens their account', async () => {
    const claim = await begin();
    const cookie = `other=1; next-auth.session-token=${await makeSignIn(claim, keys)}`;
    expect(await claimedSignIn(cookie, keys)).toEqual(claim);
    expect(await accountOfSignIn(claim)).toMatchObject({ id: claim.userId, email });
  });

  test('leaves its device known to its account alone, by a cookie that opens nothing', async () => {
    const { userId } = await begin();
    const token = await makeKnownDevice(userId, keys);
    expect(await readKnownDevice(token, keys)).toBe(userId);
    expect(await readSignIn(token, keys)).toBeUndefined();
    expect(await readKnownDevice(await makeSignIn(await begin(), keys), keys)).toBeUndefined();
    expect(await readKnownDevice(token, { ...keys, authSecret: 'the secret of somebody else' })).toBeUndefined();
    expect(await readKnownDevice('nonsense', keys)).toBeUndefined();
  });

  test('of another installation, or none, says nothing', async () => {
    const token = await makeSignIn(await begin(), keys);
    expect(await readSignIn(token, { ...keys, authSecret: 'the secret of somebody else' })).toBeUndefined();
    expect(await readSignIn('nonsense', keys)).toBeUndefined();
    expect(await readSignIn(undefined, keys)).toBeUndefined();
  });
});

test('a network hears ten times that an email has an account, and then of no email whether it has', async () => {
  const asked: boolean[] = [];
  const ask = (address: string, taken: boolean) =>
    unlessProbing(
      address,
      async () => {
        asked.push(taken);
        return taken;
      },
      (outcome) => outcome,
    );
  await times(TAKEN_TOLD + 5, () => ask(HERE, false));
  // At once, too.
  await Promise.all(Array.from({ length: TAKEN_TOLD + 3 }, () => ask(HERE, true)));
  expect(await ask(HERE, false)).toBeUndefined();
  expect(asked).toHaveLength(2 * TAKEN_TOLD + 5);
  expect(await ask('198.51.100.1', true)).toBe(true);
});

describe("the client's address", () => {
  const seen = (proxies: number, headers: Record<string, string>) => {
    const request = { headers: { ...headers }, socket: { remoteAddress: HERE } } as never;
    markAddress(request, proxies);
    return addressOf((request as { headers: Record<string, unknown> }).headers);
  };

  test("is the socket's, whatever the client claims", () => {
    expect(seen(0, {})).toBe(HERE);
    expect(seen(0, { 'x-forwarded-for': '203.0.113.9', 'x-whetstone-address': '203.0.113.9' })).toBe(HERE);
  });

  test('is what the configured proxies saw, counted from the nearest', () => {
    expect(seen(1, { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' })).toBe('198.51.100.7');
    expect(seen(2, { 'x-forwarded-for': '203.0.113.9, 198.51.100.7' })).toBe('203.0.113.9');
    expect(seen(1, {})).toBe(HERE);
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000:0000:9:8:7:6', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
