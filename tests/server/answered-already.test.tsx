import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { memberOf } from '@/app/current-person';
import { acceptAsking, declineAsking, makeLinkAnew } from '@/app/labs/[lab]/(bar)/members/actions';
import MembersPage from '@/app/labs/[lab]/(bar)/members/page';
import { sqlClient } from '@/db/connection';
import { joinWithNewAccount } from '@/db/invitations';
import { membershipIn, type Membership } from '@/db/labs';
import { addressHash, turnMail } from '@/db/mail-choices';
import { askToJoin, declineRequests, requestsOf } from '@/db/requests';
import { openFace, type Face } from '@/server/face';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { makeLab, type TestLab } from '../support/lab';

const asked = new URLSearchParams();

vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock('next/cache', () => ({ revalidatePath: vi.fn() }));
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useSearchParams: () => asked,
  redirect: (path: string) => {
    throw new Error(`led to ${path}`);
  },
}));
vi.mock('@/app/current-person', () => ({ memberOf: vi.fn(), signedIn: async () => undefined }));

useTestDatabase();

const SAID = 'Another host has answered already.';

async function page(lab: TestLab, searchParams: { done?: string }): Promise<string> {
  const params = Promise.resolve({ lab: lab.labId });
  const drawn = (await MembersPage({ params, searchParams: Promise.resolve(searchParams) })) as ReactElement;
  const viewer = { locale: 'en-GB', zone: 'Europe/London' };
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{drawn}</ViewerProvider>);
  await stream.allReady;
  return (await new Response(stream).text()).replaceAll('<!-- -->', '');
}

test('who answers a request second is told so, in its row or, without scripts, on the page that has it no more', async () => {
  openFace({ mail: { look: vi.fn(), sends: false } } as unknown as Face);
  const lab = await makeLab({ hosts: 2 }, { public: true });
  const [first, second] = (await Promise.all(lab.hosts.map(({ id }) => membershipIn(id, lab.labId)))) as Membership[];
  vi.mocked(memberOf).mockResolvedValue({ membership: second! } as Awaited<ReturnType<typeof memberOf>>);
  await askToJoin(lab.labId, { name: 'Nadia', email: 'nadia@example.com', sells: 'Software.', deal: 'Nobody signs.' });
  const { id } = (await requestsOf(second!))[0]!;
  const before = await page(lab, {});
  expect(before).toContain('<noscript><input type="hidden" name="unscripted" value="on"/></noscript>');
  expect(before).not.toContain(SAID);
  // A form that is asked for without scripts stands whole in one of these, with nothing that ends it early.
  asked.set('form', `decline-${id}`);
  const form = /<noscript><section .*?<\/noscript>/.exec(await page(lab, {}))?.[0];
  asked.delete('form');
  expect(form).toContain('<input type="hidden" name="unscripted" value="on"/>');
  expect(form).toMatch(/>Close<\/a><\/p><\/section><\/noscript>$/);

  await declineRequests(first!, [id], { tell: false });
  const takesIn = (more: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ slug: lab.labId, id, as: 'rep', ...more })) form.set(name, value);
    return acceptAsking({}, form);
  };
  expect(await takesIn({})).toEqual({ message: `${SAID} Reload the page.` });
  const answered = `/labs/${lab.labId}/members?done=answered`;
  await expect(takesIn({ unscripted: 'on' })).rejects.toThrow(`led to ${answered}`);
  expect(await page(lab, { done: 'answered' })).toMatch(new RegExp(`role="alert">.*${SAID}`));
});

test('the link of an answer that is mailed is for who reads the mail: no host sees it, made anew neither', async () => {
  for (const [sends, wanted] of [
    [true, true],
    [true, false],
    [false, true],
  ] as const) {
    openFace({ config: {}, mail: { look: vi.fn(), sends } } as unknown as Face);
    const lab = await makeLab({}, { public: true });
    const host = (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
    vi.mocked(memberOf).mockResolvedValue({ membership: host } as Awaited<ReturnType<typeof memberOf>>);
    const email = `nadia-${sends}-${wanted}@example.com`;
    await turnMail({ addressHash: addressHash(email) }, 'answer', wanted);
    await askToJoin(lab.labId, { name: 'Nadia', email, sells: 'Software.', deal: 'Nobody signs.' });
    const post = (action: typeof acceptAsking, fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ slug: lab.labId, ...fields })) form.set(name, value);
      return action({}, form);
    };
    // Where nothing is mailed the host hands it on.
    const shown = { done: sends && wanted ? {} : { link: expect.stringContaining('/invite/') } };
    const [asked] = await requestsOf(host);
    expect(await post(acceptAsking, { id: asked!.id, as: 'rep' })).toEqual(shown);
    const [taken] = await requestsOf(host);
    expect(await post(makeLinkAnew, { id: taken!.accepted!.invitationId })).toEqual(shown);
    const mails = await sqlClient()<{ to: string; token: string }[]>`
      select "to", data ->> 'token' as token from outbox where lab_id = ${lab.labId} and kind = 'answer' order by id`;
    expect(mails.map(({ to }) => to)).toEqual([email, email]);
    const made = { name: 'Nadia', email, passwordHash: 'x' };
    expect(await joinWithNewAccount(mails[0]!.token, made)).toEqual({ refused: 'link' });
    expect(await joinWithNewAccount(mails[1]!.token, made)).toMatchObject({ slug: lab.labId });
  }
});

test('who declines a request that was answered meanwhile is told on the page', async () => {
  openFace({ mail: { look: vi.fn(), sends: true } } as unknown as Face);
  const lab = await makeLab({ hosts: 1 }, { public: true });
  const membership = (await membershipIn(lab.hosts[0]!.id, lab.labId))!;
  vi.mocked(memberOf).mockResolvedValue({ membership } as Awaited<ReturnType<typeof memberOf>>);
  await askToJoin(lab.labId, { name: 'Nadia', email: 'nadia@example.com', sells: 'Software.', deal: 'Nobody signs.' });
  const [asked] = await requestsOf(membership);
  const sent = new FormData();
  sent.set('slug', lab.labId);
  sent.set('ids', asked!.id);
  expect(await declineAsking({}, sent)).toEqual({});
  expect(await requestsOf(membership)).toEqual([]);
  await expect(declineAsking({}, sent)).rejects.toThrow(`led to /labs/${lab.labId}/members?done=answered`);
  // Without scripts the page says what was done, too: its row is gone.
  await askToJoin(lab.labId, { name: 'Nadia', email: 'nadia@example.com', sells: 'Software.', deal: 'Nobody signs.' });
  sent.set('ids', (await requestsOf(membership))[0]!.id);
  sent.set('unscripted', 'on');
  await expect(declineAsking({}, sent)).rejects.toThrow(`led to /labs/${lab.labId}/members?done=declined`);
  expect(await page(lab, { done: 'declined' })).toMatch(/role="status">.*Declined\./);
  expect(await page(lab, {})).not.toContain('Declined.');
});
