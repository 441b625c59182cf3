import { beforeEach, expect, test, vi } from 'vitest';
import { joinAsNew } from '@/app/(public)/invite/[token]/actions';
import { sqlClient } from '@/db/connection';
import { createInvitation } from '@/db/invitations';
import { accountByEmail } from '@/db/people';
import { TAKEN_TOLD } from '@/server/auth/throttle';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';

useTestDatabase();

const LEFT_FOR = 'left for ';
// What a page's redirect does: it throws.
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`left for ${to}`);
  },
}));
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Map()) }));
vi.mock('@/app/current-person', () => ({ currentPerson: vi.fn(), startSignIn: vi.fn() }));
vi.mock('@/server/auth', async (original) => {
  const auth = await original<typeof import('@/server/auth')>();
  return { ...auth, addressOf: () => '192.0.2.7', hashPassword: vi.fn(auth.hashPassword) };
});
const { hashPassword } = await import('@/server/auth');

let token = '';
let taken = '';

beforeEach(async () => {
  await sqlClient()`delete from rate_limits`;
  openFace({ mail: { look: vi.fn() } } as unknown as Face);
  const lab = await makeLab();
  taken = `${lab.reps[0]!.id}@example.com`;
  const expiresAt = new Date(Date.now() + 86_400_000);
  ({ token } = await createInvitation(await hostOf(lab), { role: 'rep', expiresAt, maxUses: 50 }));
});

/** What the form of the invitation answers. */
function asks(email: string) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ token, name: 'Ada', email, password: 'salt and iron, twice' })) {
    form.set(name, value);
  }
  return joinAsNew({}, form);
}

test('who tries many emails that have an account is told to wait, then with a free one too, and no account is made', async () => {
  for (let at = 0; at < TAKEN_TOLD; at += 1) expect(await asks(taken)).toHaveProperty('errors.email');
  vi.mocked(hashPassword).mockClear();
  for (const email of [taken, 'free@example.com']) {
    expect(await asks(email)).toMatchObject({ message: expect.stringContaining('Wait ten minutes') });
  }
  expect(await accountByEmail('free@example.com')).toBeUndefined();
  expect(hashPassword).not.toHaveBeenCalled();
  // Another network is not kept waiting; here it is one that has forgotten.
  await sqlClient()`delete from rate_limits`;
  await expect(asks('free@example.com')).rejects.toThrow(LEFT_FOR);
  expect(await accountByEmail('free@example.com')).toBeDefined();
});
