import { describe, expect, it, vi } from 'vitest';
import Home from '@/app/labs/[lab]/(bar)/page';
import CheckIn from '@/app/labs/[lab]/(bar)/check-in/[commitment]/page';
import History from '@/app/labs/[lab]/(bar)/history/page';
import Insights from '@/app/labs/[lab]/(bar)/insights/page';
import Edit from '@/app/labs/[lab]/(bar)/scenarios/[id]/edit/page';
import {
  addThisWebhook,
  changeThisWebhook,
  removeThisWebhook,
  sendThisAgain,
  sendThisTest,
} from '@/app/labs/[lab]/(bar)/settings/webhooks/actions';
import { PLEDGE_FIRST } from '@/app/labs/allowed';

const person = { id: 'somebody' };
const lab = { id: 'a lab', slug: 'thursday-lab', archivedAt: null };

vi.mock('@/app/current-person', () => ({
  memberOf: async () => ({ person, membership: { userId: person.id, role: 'host', pledgedAt: null, lab } }),
}));

const given = {
  params: Promise.resolve({ lab: lab.slug, id: 'deal', commitment: 'promise' }),
  searchParams: Promise.resolve({ o: 'won', q: 'procurement' }),
};

describe('what stays in the lab is shown to nobody who has not agreed to the pledge as it stands', () => {
  it.each([
    ['its home', Home, ''],
    ['a check-in', CheckIn, '/check-in/promise?o=won'],
    ['its history', History, '/history?q=procurement'],
    ['its insights', Insights, '/insights'],
    ['a deal to edit', Edit, '/scenarios/deal/edit'],
  ])('%s sends them to it, and back', async (_, page, path) => {
    const back = encodeURIComponent(`/labs/${lab.slug}${path}`);
    await expect(page(given)).rejects.toMatchObject({
      digest: expect.stringContaining(`;/labs/${lab.slug}/pledge?next=${back};`),
    });
  });
});

describe('a host who has not agreed to it is told so, and loses nothing that they typed', () => {
  const typed = new FormData();
  typed.set('slug', lab.slug);

  it.each([
    ['adding a webhook', addThisWebhook],
    ['changing one', changeThisWebhook],
  ])('%s', async (_, action) => {
    expect(await action({}, typed)).toEqual({ message: PLEDGE_FIRST });
  });

  it.each([
    ['removing a webhook', removeThisWebhook],
    ['sending it a test', sendThisTest],
    ['sending a delivery again', sendThisAgain],
  ])('%s', async (_, action) => {
    expect(await action(lab.slug, 'one')).toBe(PLEDGE_FIRST);
  });
});
