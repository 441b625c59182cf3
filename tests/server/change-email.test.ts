import { beforeEach, describe, expect, test, vi } from 'vitest';
import { currentPerson } from '@/app/current-person';
import { changeEmail, confirmAgain } from '@/app/me/email-actions';
import { sqlClient } from '@/db/connection';
import { hashPassword } from '@/server/auth';
import { MAILS_FROM, MAILS_TO, TAKEN_TOLD } from '@/server/auth/throttle';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { makeAccount } from '../support/people';

useTestDatabase();

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('@/app/current-person', () => ({ currentPerson: vi.fn() }));
const from = vi.hoisted(() => ({ address: '' }));
vi.mock('@/server/auth', async (original) => ({
  ...(await original<typeof import('@/server/auth')>()),
  addressOf: () => from.address,
}));

const PASSWORD = 'salt and iron, twice';
let account: Awaited<ReturnType<typeof makeAccount>>;

beforeEach(async () => {
  await sqlClient()`delete from rate_limits`;
  from.address = '192.0.2.7';
  account = await makeAccount(await hashPassword(PASSWORD));
  vi.mocked(currentPerson).mockResolvedValue(account);
});

const server = (sends: boolean) => openFace({ mail: { sends, look: vi.fn() } } as unknown as Face);

/** What the form answers who gives this address and their password. */
function asks(email: string) {
  const form = new FormData();
  form.set('email', email);
  form.set('password', PASSWORD);
  return changeEmail({}, form);
}

const often = { message: expect.stringContaining('That was often') as string };
const mails = async () => {
  const [row] = await sqlClient()<{ count: number }[]>`
    select count(*)::int as count from outbox where kind = 'email_confirmation'`;
  return row!.count;
};

describe('another address for an account, where mail is sent', () => {
  beforeEach(async () => {
    server(true);
    await sqlClient()`delete from outbox`;
  });

  test('is mailed to so often in an hour and no more, whoever asks from wherever, by either form', async () => {
    for (let at = 0; at < MAILS_TO; at += 1) expect(await asks('new@example.com')).toHaveProperty('done');
    const sent = await mails();
    from.address = '198.51.100.9';
    expect(await asks('new@example.com')).toMatchObject({ values: { email: 'new@example.com' }, ...often });
    expect(await confirmAgain()).toMatchObject(often);
    expect(await mails()).toBe(sent);
    expect(await asks('another@example.com')).toHaveProperty('done');
  });

  test('is mailed to for one network so often, whichever address it is, and for another one still', async () => {
    for (let at = 0; at < MAILS_FROM; at += 1) expect(await asks(`new${at}@example.com`)).toHaveProperty('done');
    const sent = await mails();
    expect(await asks('one-more@example.com')).toMatchObject(often);
    expect(await mails()).toBe(sent);
    from.address = '198.51.100.9';
    expect(await asks('one-more@example.com')).toHaveProperty('done');
  });
});

describe('another address for an account, where no mail is sent', () => {
  beforeEach(() => server(false));

  test('is no way to try which ones have an account', async () => {
    const other = await makeAccount(await hashPassword(PASSWORD));
    for (let at = 0; at < TAKEN_TOLD; at += 1) expect(await asks(other.email)).toHaveProperty('errors.email');
    for (const email of [other.email, 'free@example.com'])
      expect(await asks(email)).toMatchObject({ message: expect.stringContaining('Wait ten minutes') as string });
    const emailNow = async () =>
      (await sqlClient()`select email from users where id = ${account.id}`)[0]!.email as string;
    expect(await emailNow()).toBe(account.email);
    from.address = '198.51.100.9';
    expect(await asks('free@example.com')).toHaveProperty('done');
    expect(await emailNow()).toBe('free@example.com');
  });
});
