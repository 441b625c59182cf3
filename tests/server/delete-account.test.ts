import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { currentPerson, forgetSignIn } from '@/app/current-person';
import { deleteAccount } from '@/app/me/leaving-actions';
import { isLeaving } from '@/db/leaving';
import { hashPassword } from '@/server/auth';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { addOutsider, makeLab } from '../support/lab';
import { makeAccount } from '../support/people';

useTestDatabase();

vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('@/app/current-person', () => ({ currentPerson: vi.fn(), forgetSignIn: vi.fn() }));

const PASSWORD = 'salt and iron, twice';
const live = {
  signedOut: vi.fn(async () => undefined),
  removeMember: vi.fn(async () => undefined),
  endTurnsOf: vi.fn(async () => undefined),
};

beforeAll(() => openFace({ live } as unknown as Face));
beforeEach(() => void vi.clearAllMocks());

/** What the form answers to a person who is signed in and types this; it leads away where the account is deleted. */
async function asks(person: { id: string; name: string; email: string }, typed: Record<string, string>) {
  vi.mocked(currentPerson).mockResolvedValue({ initials: null, zone: null, ...person });
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return deleteAccount({}, form);
}

test('an account is deleted by its password alone, and what was typed beside a wrong one stays', async () => {
  const account = await makeAccount(await hashPassword(PASSWORD));
  const { email } = account;
  for (const password of ['', 'not this one']) {
    const answer = await asks(account, { email, password });
    expect(answer).toEqual({ values: { email }, errors: { password: expect.any(String) } });
  }
  expect(await asks(account, { email: 'another@example.com', password: PASSWORD })).toEqual({
    values: { email: 'another@example.com' },
    errors: { email: `Type ${email} to go on.` },
  });
  expect(await isLeaving(account.id)).toBe(false);
  await expect(asks(account, { email, password: PASSWORD })).rejects.toThrow('NEXT_REDIRECT');
  expect(await isLeaving(account.id)).toBe(true);
  expect(live.signedOut).toHaveBeenCalledWith(account.id, 'all');
  expect(forgetSignIn).toHaveBeenCalled();
});

test('an account without a password is deleted by its address', async () => {
  const person = await addOutsider();
  const email = `${person.id}@example.com`;
  await expect(asks({ ...person, email }, { email })).rejects.toThrow('NEXT_REDIRECT');
  expect(await isLeaving(person.id)).toBe(true);
});

test('W13: whose account is deleted leaves their labs’ rooms and the hot seat', async () => {
  const lab = await makeLab();
  const [rep] = lab.reps;
  const email = `${rep!.id}@example.com`;
  await expect(asks({ ...rep!, email }, { email })).rejects.toThrow('NEXT_REDIRECT');
  expect(live.removeMember).toHaveBeenCalledWith(lab.labId, rep!.id);
  expect(live.endTurnsOf).toHaveBeenCalledWith(lab.labId, rep!.id);
});
