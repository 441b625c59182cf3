import { beforeEach, expect, test, vi } from 'vitest';
import { currentPerson } from '@/app/current-person';
import { keepHere } from '@/app/keep-here';
import { chooseHere, saveProfile } from '@/app/me/actions';
import { membersOf } from '@/db/members';
import { accountById } from '@/db/people';
import { peopleOf } from '@/db/session-access';
import { openFace, type Face } from '@/server/face';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';

vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('@/app/current-person', () => ({ currentPerson: vi.fn(), signInHere: vi.fn() }));
vi.mock('@/app/keep-here', () => ({ keepHere: vi.fn() }));

useTestDatabase();
const memberChanged = vi.fn();
beforeEach(() => openFace({ live: { memberChanged } } as unknown as Face));

function saves(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return saveProfile({}, form);
}

test('the initials that somebody chooses stand on their badge in the lab and in its rooms, until they are taken away', async () => {
  const lab = await makeLab();
  const { id } = lab.reps[0]!;
  vi.mocked(currentPerson).mockImplementation(async () => (await accountById(id))!);
  const shown = async () => {
    const listed = (await membersOf(await hostOf(lab))).find((member) => member.id === id);
    const inRoom = (await peopleOf(lab.labId, lab.sessionId)).find((person) => person.id === id);
    return [listed?.initials ?? null, inRoom?.initials ?? null];
  };
  const typed = { name: 'Noor Vouched', zone: 'Asia/Kolkata' };
  expect(await saves({ ...typed, initials: ' NV ' })).toMatchObject({ done: true });
  expect(await shown()).toEqual(['NV', 'NV']);
  expect(memberChanged).toHaveBeenCalledWith(lab.labId, id);
  const refused = await saves({ ...typed, initials: 'N-V!' });
  expect(refused).toMatchObject({ errors: { initials: expect.any(String) }, values: { ...typed, initials: 'N-V!' } });
  expect(await shown()).toEqual(['NV', 'NV']);
  expect(await saves({ ...typed, initials: '' })).toMatchObject({ done: true });
  expect(await shown()).toEqual([null, null]);
  expect(await accountById(id)).toMatchObject({ name: 'Noor Vouched', zone: 'Asia/Kolkata' });
});

test('the zone of somebody’s account is kept by its name as it is spelt, and one that isn’t is refused by its field', async () => {
  const { id } = (await makeLab()).reps[0]!;
  vi.mocked(currentPerson).mockImplementation(async () => (await accountById(id))!);
  const typed = { name: 'Noor', initials: '' };
  expect(await saves({ ...typed, zone: 'europe/LONDON' })).toMatchObject({ values: { zone: 'Europe/London' } });
  expect(await accountById(id)).toMatchObject({ zone: 'Europe/London' });
  expect(await saves({ ...typed, zone: 'Middle/Earth' })).toMatchObject({ errors: { zone: 'Choose a time zone.' } });
  expect(await saves({ ...typed, zone: '' })).toMatchObject({ done: true });
  expect(await accountById(id)).toMatchObject({ zone: null });
});

test('a theme is one of those that there are; another is refused by its field and kept nowhere', async () => {
  const chooses = (theme: string) => {
    const form = new FormData();
    form.set('theme', theme);
    return chooseHere({}, form);
  };
  vi.mocked(keepHere).mockClear();
  expect(await chooses('neon')).toEqual({ errors: { theme: 'Choose one of these.' } });
  expect(keepHere).not.toHaveBeenCalled();
  expect(await chooses('dark')).toEqual({ done: true });
  expect(await chooses('system')).toEqual({ done: true });
  expect(vi.mocked(keepHere).mock.calls).toEqual([
    ['theme', 'dark'],
    ['theme', ''],
  ]);
});
