import { renderToReadableStream } from 'react-dom/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import History from '@/app/labs/[lab]/(bar)/history/page';
import { sqlClient } from '@/db/connection';
import { membershipIn } from '@/db/labs';
import { followLog, sessionsToFollow } from '@/db/places';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { sender } from '../support/heard-lab';
import { addOutsider, type TestPerson } from '../support/lab';
import { startLive, type LiveServer } from '../support/live-server';

const here = vi.hoisted(() => ({ userId: '' }));
vi.mock('next/navigation', async (original) => ({ ...(await original<object>()), useRouter: () => ({}) }));
vi.mock('@/app/pledged', async () => ({
  pledgedMemberOf: async (slug: string) => ({ membership: await membershipIn(here.userId, slug) }),
}));

useTestDatabase();

const LABS = ['North Lab', 'South Lab', 'Left Lab', 'Unpledged Lab', 'Strange Lab'] as const;
type LabName = (typeof LABS)[number];

let server: LiveServer;
let viewer: TestPerson;
const slugs = new Map<LabName, string>();

/** Five labs in which the same was said: the viewer is a rep in two, left one, and has not agreed to the pledge of one. */
beforeAll(async () => {
  server = await startLive();
  const { heardLab } = sender(() => server);
  viewer = await addOutsider();
  here.userId = viewer.id;
  const sql = sqlClient();
  for (const name of LABS) {
    const { lab } = await heardLab();
    slugs.set(name, lab.labId);
    await sql`update labs set name = ${name} where id = ${lab.labId}`;
    await sql`update scenarios set title = ${`${name}'s deal`} where lab_id = ${lab.labId}`;
    if (name === 'Strange Lab') continue;
    const pledgedAt = name === 'Unpledged Lab' ? null : new Date().toISOString();
    await sql`
      insert into members (lab_id, user_id, role, pledged_at)
      values (${lab.labId}, ${viewer.id}, 'rep', ${pledgedAt}::text::timestamptz)`;
  }
  for (const id of await sessionsToFollow(true)) while (await followLog(id));
  await sql`delete from members where user_id = ${viewer.id} and lab_id = ${slugs.get('Left Lab')!}`;
});
afterAll(() => server.close());

/** The history page at an address of the first lab, and of which labs it tells. */
async function history(query: Record<string, string>): Promise<{ html: string; deals: string[]; sessions: string[] }> {
  const drawn = await History({
    params: Promise.resolve({ lab: slugs.get('North Lab')! }),
    searchParams: Promise.resolve(query),
  });
  const stream = await renderToReadableStream(
    <ViewerProvider viewer={{ locale: 'en-GB', zone: 'Europe/Berlin' }}>{drawn}</ViewerProvider>,
  );
  await stream.allReady;
  const html = (await new Response(stream).text()).replaceAll('<!-- -->', '');
  const of = (part: string) => LABS.filter((name) => part.includes(name));
  const [found = '', past = ''] = html.slice(html.indexOf('id="found"')).split('id="sessions"');
  return { html, deals: of(found.replaceAll('&#x27;', '’')), sessions: of(past) };
}

test.each<Record<string, string>>([{ q: 'CFO' }, {}, { decision: 'pursue' }, { q: 'CFO', kind: 'advice' }])(
  'all my labs are searched at once, and no other: %o',
  async (query) => {
    expect(await history(query)).toMatchObject({ deals: ['North Lab'], sessions: [] });
    expect(await history({ ...query, labs: 'all' })).toMatchObject({
      deals: ['North Lab', 'South Lab'],
      sessions: ['North Lab', 'South Lab'],
    });
  },
);

test('which labs are searched stands in the address, and the next search keeps it', async () => {
  const { html } = await history({ q: 'CFO', labs: 'all' });
  const link = (text: string) => new RegExp(`<a [^>]*>${text}`).exec(html)?.[0];
  expect(link('In all two of my labs')).toMatch(
    /aria-current="true".*\?q=CFO&amp;labs=all"|\?q=CFO&amp;labs=all".*aria-current="true"/,
  );
  expect(link('In North Lab alone')).toContain('?q=CFO"');
  expect(/<input [^>]*name="labs"[^>]*>/.exec(html)?.[0]).toContain('value="all"');
});
