import { beforeAll, expect, test, vi } from 'vitest';
import { v7 as newId } from 'uuid';
import { makeFirstHost } from '@/app/(public)/first-run/actions';
import { sqlClient } from '@/db/connection';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { TYPED_LAB } from '../support/typed-lab';

useTestDatabase();

// What a page's redirect does: it throws.
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`left for ${to}`);
  },
}));
vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Map()) }));
vi.mock('@/app/current-person', () => ({ signedInBefore: vi.fn(), startSignIn: vi.fn() }));
vi.mock('@/server/auth', async (original) => ({
  ...(await original<typeof import('@/server/auth')>()),
  addressOf: () => '192.0.2.7',
}));
const { startSignIn } = await import('@/app/current-person');

const typed = {
  name: 'Ruth',
  email: 'ruth@example.com',
  password: 'salt and iron, twice',
  labName: 'Thursday Lab',
  ...TYPED_LAB,
};

beforeAll(() => {
  openFace({ mail: { look: vi.fn() } } as unknown as Face);
});

function sends(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return makeFirstHost({}, form);
}

test('first run that is sent twice, also at once, makes one lab and leads to it twice; nobody else comes in by it', async () => {
  const id = newId();
  const both = await Promise.allSettled([sends({ ...typed, id }), sends({ ...typed, id })]);
  for (const sent of [...both, ...(await Promise.allSettled([sends({ ...typed, id })]))]) {
    expect(sent).toMatchObject({ status: 'rejected', reason: { message: 'left for /labs/thursday-lab' } });
  }
  const [made] = await sqlClient()`
    select (select count(*)::int from labs) as labs, (select count(*)::int from users) as users, (select id from users) as host`;
  expect(made).toMatchObject({ labs: 1, users: 1 });
  expect(vi.mocked(startSignIn).mock.calls.map(([account]) => account.id)).toEqual(Array(3).fill(made!.host));
  for (const others of [
    { ...typed, id, password: 'another one, guessed at' },
    { ...typed, id, email: 'eve@example.com' },
    { ...typed, id, labName: 'Friday Lab' },
    { ...typed, id: newId() },
    typed,
  ]) {
    expect(await sends(others)).toMatchObject({ message: expect.stringContaining('Somebody else') });
  }
  expect(startSignIn).toHaveBeenCalledTimes(3);
  expect(await sqlClient()`select 1 from labs`).toHaveLength(1);
});
