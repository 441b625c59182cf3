import type { ReactElement } from 'react';
import { renderToReadableStream } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { joinAsMe, joinAsNew } from '@/app/(public)/invite/[token]/actions';
import InvitePage from '@/app/(public)/invite/[token]/page';
import { currentPerson, signedIn } from '@/app/current-person';
import { sqlClient } from '@/db/connection';
import { accountByEmail, createAccount, type Account } from '@/db/people';
import { savePublicPage } from '@/db/public-lab';
import { acceptRequest, askToJoin, requestsOf } from '@/db/requests';
import { openFace, type Face } from '@/server/face';
import { ViewerProvider } from '@/ui/viewer';
import { useTestDatabase } from '../support/database';
import { hostOf } from '../support/guests';
import { makeLab } from '../support/lab';
import { makeAccount } from '../support/people';

vi.mock('next/headers', () => ({ headers: () => Promise.resolve(new Map()) }));
vi.mock('@/app/current-person', () => ({ currentPerson: vi.fn(), signedIn: vi.fn(), startSignIn: vi.fn() }));

useTestDatabase();
beforeEach(() => openFace({ config: {}, mail: { look: vi.fn() } } as unknown as Face));

const ASKED = 'nadia@example.com';

/** The link that answers a request with that address, of a lab with a public page or none any more. */
async function answered(publicPage = true) {
  const lab = await makeLab({}, { public: true });
  await askToJoin(lab.labId, { name: 'Nadia', email: ASKED, sells: 'Software.', deal: 'Nobody signs.' });
  const host = await hostOf(lab);
  const answer = await acceptRequest(host, (await requestsOf(host))[0]!.id, 'rep');
  if (!('token' in answer)) throw new Error('not taken in');
  if (!publicPage) await savePublicPage(host, { about: '', shown: false });
  return { lab, token: answer.token };
}

async function page(token: string, person?: Account): Promise<string> {
  vi.mocked(signedIn).mockResolvedValue(person);
  const drawn = (await InvitePage({ params: Promise.resolve({ token }) })) as ReactElement;
  const viewer = { locale: 'en-GB', zone: 'Europe/London' };
  const stream = await renderToReadableStream(<ViewerProvider viewer={viewer}>{drawn}</ViewerProvider>);
  await stream.allReady;
  return (await new Response(stream).text()).replaceAll('<!-- -->', '');
}

test('a link that answers a request says for whom it is, and shows everybody else the way on', async () => {
  const { lab, token } = await answered();
  const nobody = await page(token);
  expect(nobody).toContain('The link is for this address alone.');
  expect(nobody).toMatch(new RegExp(`<input[^>]*readOnly=""[^>]*value="${ASKED}"`));
  expect(nobody).toContain(`href="/join/${lab.labId}"`);

  const other = await makeAccount();
  const others = await page(token, other);
  expect(others).toContain('This link is for somebody else');
  expect(others).toContain(`came from ${ASKED}`);
  expect(others).toContain(`href="/join/${lab.labId}"`);
  expect(others).not.toContain('Join Edgework');
  expect(await page((await answered(false)).token, other)).toMatch(/ask \w+ \d+ for a link of your own/);

  expect(await page(token, { ...other, email: ASKED })).toContain('Join Edgework');
});

test('the server refuses everybody else too, whatever the form sends', async () => {
  const { token } = await answered();
  const form = new FormData();
  const fields = { token, name: 'Ada', email: 'else@example.com', password: 'salt and iron, twice' };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(await joinAsNew({}, form)).toMatchObject({ errors: { email: `This link is for ${ASKED} alone.` } });
  expect(await accountByEmail('else@example.com')).toBeUndefined();
  vi.mocked(currentPerson).mockResolvedValue(await makeAccount());
  expect(await joinAsMe({}, form)).toEqual({ message: expect.stringContaining('for another address') });
});

test('a link to the address of a deleted account is for an address that nobody is shown', async () => {
  const { token } = await answered();
  const asked =
    (await accountByEmail(ASKED)) ?? (await createAccount({ name: 'Nadia', email: ASKED, passwordHash: 'x' }))!;
  await sqlClient()`update users set leaving_at = now(), email_confirmed_at = now() where id = ${asked.id}`;
  const nobody = await page(token);
  expect(nobody).not.toContain(ASKED);
  expect(nobody).not.toContain('for this address alone');
  const others = await page(token, await makeAccount());
  expect(others).toContain('came from another address');
  expect(others).not.toContain(ASKED);
});
