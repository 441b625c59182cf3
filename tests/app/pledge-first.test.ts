import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  addThisWebhook,
  changeThisWebhook,
  removeThisWebhook,
  sendThisAgain,
  sendThisTest,
} from '@/app/labs/[lab]/(bar)/settings/webhooks/actions';
import { PLEDGE_FIRST } from '@/app/labs/allowed';

const person = { id: 'somebody' };
const DEAL = '01900000-0000-7000-8000-000000000001';
const lab = { id: 'a lab', slug: 'thursday-lab', archivedAt: null };

vi.mock('@/app/current-person', () => ({
  memberOf: async () => ({ person, membership: { userId: person.id, role: 'host', pledgedAt: null, lab } }),
}));

const given = {
  params: Promise.resolve({ lab: lab.slug, id: DEAL, commitment: 'promise' }),
  searchParams: Promise.resolve({ o: 'won', q: 'procurement', from: 'a-deal' }),
};

/** What stands behind the question mark, on the pages that keep it. */
const QUERY: Record<string, string> = {
  '/check-in/promise': '?o=won',
  '/history': '?q=procurement',
  '/bring': '?from=a-deal',
};

const FOLDER = 'app/labs/[lab]/(bar)';
const PAGES = readdirSync(path.resolve(FOLDER), { recursive: true })
  .map(String)
  .filter((file) => path.basename(file) === 'page.tsx')
  .sort();

type Page = { default: (props: typeof given) => Promise<unknown> };

describe('what stays in the lab is shown to nobody who has not agreed to the pledge as it stands', () => {
  it('finds the pages', () => {
    expect(PAGES.length).toBeGreaterThan(10);
  });

  it.each(PAGES)('%s sends them to it, and back', async (file) => {
    const { default: page } = (await import(path.resolve(FOLDER, file))) as Page;
    const route = `/${path.dirname(file)}`
      .replace(/^\/\.$/, '')
      .replace('[id]', DEAL)
      .replace('[commitment]', 'promise');
    const back = encodeURIComponent(`/labs/${lab.slug}${route}${QUERY[route] ?? ''}`);
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
    ['removing a webhook', () => removeThisWebhook(null, typed)],
    ['sending it a test', () => sendThisTest(null, typed)],
    ['sending a delivery again', () => sendThisAgain(null, typed)],
  ])('%s', async (_, act) => {
    expect(await act()).toBe(PLEDGE_FIRST);
  });
});
