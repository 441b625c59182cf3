import { beforeEach, expect, test, vi } from 'vitest';
import { currentPerson } from '@/app/current-person';
import { saveProfile } from '@/app/me/actions';
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
