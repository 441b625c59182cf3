import type { APIRequestContext } from '@playwright/test';
import { signIn } from '@/demo/sign-in';
import { expect, test } from './support/fixtures';
import { Person } from './support/person';

const PASSWORD = 'a whetstone keeps its edge';
const SIGN_IN = '/api/auth/callback/credentials';

test('a script signs in by a form or by JSON, and one that asks wrongly is told so', async ({ browser, server }) => {
  const ruth = await Person.open(browser, server.url, 'Ruth Adeyemi');
  await ruth.firstRun('Thursday Lab');
  expect(await signIn(server.url, ruth.email, PASSWORD)).toContain('next-auth.session-token=');

  const context = await browser.newContext({ baseURL: server.url });
  const stranger = context.request;
  expect((await stranger.get(SIGN_IN)).status()).toBe(405);
  for (const data of ['{"email":', '"a text"', 'null', '']) {
    expect(await posted(stranger, data, 'application/json'), data).toBe(400);
  }
  expect(await posted(stranger, 'email=a', 'text/plain')).toBe(400);
  expect(await posted(stranger, '', 'application/x-www-form-urlencoded')).toBe(400);
  expect(await posted(stranger, '{', 'application/json', '/api/auth/signout')).toBe(400);
  expect(await posted(stranger, '{"level":"error","code":"MINE"}', 'application/json', '/api/auth/_log')).toBe(404);

  const { csrfToken } = (await (await stranger.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const json = (password: string) => JSON.stringify({ csrfToken, email: ruth.email, password, json: 'true' });
  expect(await posted(stranger, json('not the one'), 'application/json')).toBe(401);
  expect(await posted(stranger, json(PASSWORD), 'application/json')).toBe(200);
  expect(await (await stranger.get('/api/auth/session')).json()).toMatchObject({ user: { email: ruth.email } });

  expect(server.output).not.toMatch(/"level":[56]0|SyntaxError|⨯|MINE/);
});

test('a stranger’s guesses keep nobody out of a device where they signed in before', async ({ browser, server }) => {
  const ruth = await Person.open(browser, server.url, 'Ruth Adeyemi');
  await ruth.firstRun('Thursday Lab');
  const marks = (await ruth.context.cookies()).filter(({ name }) => name === 'whetstone-device');
  expect(marks).toMatchObject([{ httpOnly: true, sameSite: 'Lax' }]);
  await ruth.press(/account and sign out/);
  await ruth.page.getByRole('menuitem', { name: 'Sign out' }).click();
  for (let at = 0; at < 5; at += 1) await expect(signIn(server.url, ruth.email, 'not the one')).rejects.toThrow('401');
  await expect(signIn(server.url, ruth.email, PASSWORD)).rejects.toThrow('401');
  await ruth.signIn();
});

async function posted(stranger: APIRequestContext, data: string, type: string, to = SIGN_IN): Promise<number> {
  const answer = await stranger.post(to, {
    data: Buffer.from(data),
    headers: { 'content-type': type },
    maxRedirects: 0,
  });
  return answer.status();
}
