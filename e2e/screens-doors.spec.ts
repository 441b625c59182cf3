import sharp from 'sharp';
import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';
import { Person } from './support/person';

/** The page names a manifest, and each of its icons is there, as large as it says. */
async function installs({ page }: Person): Promise<void> {
  const manifest = await page.locator('link[rel="manifest"]').getAttribute('href');
  const { display, icons } = (await (await page.request.get(manifest ?? '')).json()) as {
    display: string;
    icons: { src: string; sizes: string }[];
  };
  expect(display).toBe('standalone');
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes } of icons) {
    const { width, height } = await sharp(await (await page.request.get(src)).body()).metadata();
    if (sizes !== 'any') expect(`${width}x${height}`, src).toBe(sizes);
  }
}

/** The title says that there is no such page, as the page does. */
async function isNotHere(person: Person, path: string): Promise<void> {
  await person.page.goto(path);
  await person.heading('There is nothing for you here');
  await expect(person.page, path).toHaveTitle(/^Not here · /);
}

test('the screens outside a session, at four sizes and in both themes', async ({ browser, server }) => {
  test.setTimeout(300_000);
  const host = await Person.open(browser, server.url, 'Ruth Adeyemi');
  const guest = await Person.open(browser, server.url, 'Marisol Vega');
  for (const person of [host, guest]) heedWarnings(person);

  await host.page.goto('/first-run');
  await host.press('Make the account and the lab');
  await expect(host.page.getByLabel('Your name')).toBeFocused();
  await inspect(host, 'first run');
  await host.firstRun('Thursday Lab');
  await host.heading(/^\w+/);
  await inspect(host, 'lab home, nothing yet');
  await host.go('schedule');
  await host.heading('Schedule');
  await inspect(host, 'schedule');

  const link = await host.invite('rep');
  await host.page.keyboard.press('Escape');
  await host.heading('Members');
  await inspect(host, 'members, one alone');

  await guest.page.goto('/sign-in');
  await guest.press('Sign in');
  await expect(guest.page.getByLabel('Email')).toBeFocused();
  await inspect(guest, 'sign in');
  await guest.page.goto(new URL(link).pathname);
  await guest.heading('Thursday Lab');
  await inspect(guest, 'invitation');
  await guest.page.goto('/invite/nothing');
  await guest.heading('This link leads nowhere');
  await inspect(guest, 'invitation that leads nowhere');
  await guest.page.getByRole('link', { name: 'To the front page' }).click();
  await guest.heading('Back to the stone');
  await guest.page.goto('/password/nothing');
  await guest.heading('This link is closed');
  await inspect(guest, 'password link that is closed');

  await host.publish('Fifty of us, every Thursday.');
  await guest.page.goto('/join/thursday-lab');
  await guest.press('Send to the hosts');
  await expect(guest.page.getByLabel('Your name')).toBeFocused();
  await inspect(guest, 'public page');
  await guest.askToJoin('thursday-lab', 'They like it. Nobody signs.');
  await host.go('members');
  await host.heading('One asks to join');
  await inspect(host, 'members, somebody asks');
  const listening = await host.inviteGuest();
  await guest.page.goto(new URL(listening).pathname);
  await guest.press('Listen in');
  await guest.sees('Agree to it first');
  await inspect(guest, 'guest link');
  await guest.page.goto('/guest/nothing');
  await guest.heading('This link leads nowhere');

  await guest.join(link);
  await guest.page.goto('/me');
  await guest.heading('Account');
  await inspect(guest, 'account');
  await installs(guest);
  await guest.page.goto('/labs/another');
  await guest.heading('There is nothing for you here');
  await inspect(guest, 'not found');
  for (const nothing of ['', '/settings', '/pledge']) await isNotHere(guest, `/labs/another${nothing}`);
  for (const nothing of ['', '/live', '/recap', '/replay']) await isNotHere(guest, `/sessions/nope${nothing}`);
  for (const page of [
    'members',
    'settings',
    'settings/data',
    'settings/webhooks',
    'scenarios/nope',
    'scenarios/nope/edit',
  ])
    await isNotHere(guest, `/labs/thursday-lab/${page}`);
  for (const { name, mishaps } of [host, guest]) expect(mishaps, `${name}’s console`).toEqual([]);
});
