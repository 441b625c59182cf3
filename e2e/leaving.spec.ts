import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { openReceiver } from '@/tests/support/receiver';
import { expect, test } from './support/fixtures';
import { inspect } from './support/look';
import type { Person } from './support/person';

/** Presses a link that saves a file, and gives its bytes. */
async function saved(person: Person, link: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const coming = person.page.waitForEvent('download');
  await person.page.getByRole('link', { name: link }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** An export that has come half way, and comes no further. */
async function openSlowExport() {
  let leaves: () => void;
  const left = new Promise<void>((resolve) => (leaves = resolve));
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-export-rows': '4' });
    response.write('{"words":[\n{},\n');
    response.on('close', () => leaves());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    /** Once its reader has gone away. */
    left,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

test('a lab and one’s own data are exported while a session runs, and read by other programs', async ({ gathered }) => {
  test.setTimeout(180_000);
  const { host, rep, peer } = await gathered.all();
  await rep.hasBrought({ title: '=HYPERLINK("x")', ask: 'Who signs?', answers: ['Yes', 'Yes', 'Yes', 'No', 'No'] });
  await peer.enter();
  await peer.press('My notes');
  await peer.page.getByLabel('About this session').fill('A note of my own.');
  await peer.sees('Kept. Only you ever read this.');

  await host.page.goto(`${host.labPath}/settings/data`);
  const zip = await saved(host, /^CSV/);
  expect(zip.name).toMatch(/^Thursday-Lab-.*\.csv\.zip$/);
  const files = unzipSync(new Uint8Array(zip.bytes));
  const parsed = Papa.parse<{ title: string; ask: string }>(strFromU8(files['scenarios.csv']!), {
    header: true,
    skipEmptyLines: true,
  });
  expect(parsed.errors).toEqual([]);
  expect(parsed.data).toMatchObject([{ title: `'=HYPERLINK("x")`, ask: 'Who signs?' }]);
  await host.sees('is saved.');
  await inspect(host, 'export and delete a lab');

  await test.step('a long one says how far it is, and can be stopped: nothing is saved then', async () => {
    const slow = await openSlowExport();
    await host.page.route('**/api/exports/**', (route) => route.continue({ url: slow.url }));
    let downloads = 0;
    host.page.on('download', () => (downloads += 1));
    await host.page.getByRole('link', { name: /^JSON/ }).click();
    const bar = host.page.getByRole('progressbar', { name: 'The export as JSON' });
    await expect(bar).toHaveAttribute('value', '50');
    await host.sees('50 %');
    await inspect(host, 'an export under way');
    await host.press('Stop');
    await host.sees('Stopped. Nothing was saved.');
    await expect(bar).toBeHidden();
    await slow.left;
    await host.page.unrouteAll();
    await saved(host, /^JSON/);
    expect(downloads).toBe(1);
    await slow.close();
  });

  await peer.page.goto('/me');
  const own = JSON.parse((await saved(peer, /^JSON/)).bytes.toString()) as { notes: { body: string }[] };
  expect(own.notes).toMatchObject([{ body: 'A note of my own.' }]);
  expect((await saved(peer, /^Markdown/)).bytes.toString()).toContain('> A note of my own.');
  await test.step('a webhook into a private network is refused', async () => {
    await host.page.goto(`${host.labPath}/settings/webhooks`);
    for (const [address, why] of [
      ['https://127.0.0.1/', 'private network'],
      ['http://crm.example.com/', 'begins with https'],
    ] as const) {
      await host.page.getByLabel('Address').fill(address);
      await host.press('Add the webhook');
      await host.sees(why);
    }
  });
  // Somebody else's address gives nothing.
  const tried = await peer.page.request.get(`/api/exports${host.labPath}/json`);
  expect(tried.status()).toBe(404);
});

test('an account is deleted and comes back; a lab is deleted and comes back', async ({ gathered }) => {
  test.setTimeout(180_000);
  const { host, rep } = await gathered.all();
  await host.page.goto('/me');
  await host.sees('Nobody else is a host there.');
  await inspect(host, 'the account of an only host');

  await rep.page.goto('/me');
  await rep.page.getByLabel('Type your email to go on').fill('somebody@example.com');
  await rep.press('Delete my account');
  await rep.sees(`Type ${rep.email} to go on.`);
  await rep.page.getByLabel('Type your email to go on').fill(rep.email);
  const password = rep.page.locator('#leave').getByLabel('Your password');
  await password.fill('not the one');
  await rep.press('Delete my account');
  await expect(password).toHaveAttribute('aria-invalid', 'true');
  await expect(rep.page.getByLabel('Type your email to go on')).toHaveValue(rep.email);
  await password.fill('a whetstone keeps its edge');
  await rep.press('Delete my account');
  await rep.sees('Your account is deleted');
  await rep.page.goto(rep.labPath);
  await expect(rep.page).toHaveURL(/sign-in/);
  await host.page.goto(`${host.labPath}/members`);
  await host.heading('Members');
  await host.seesNo(rep.name);
  await host.seesNo(rep.email);
  await rep.signIn();
  await rep.goHome();
  await expect(rep.page).toHaveURL(rep.labPath);
  await host.page.reload();
  await host.sees(rep.name);
  await host.press(`More about ${rep.name}`);
  await host.page.getByRole('menuitem', { name: 'Remove from the lab' }).click();
  await host.confirm('Not now');
  await expect(host.page.getByRole('button', { name: `More about ${rep.name}` })).toBeFocused();

  await host.page.goto(`${host.labPath}/settings/data`);
  await host.page.getByLabel('Type the lab’s name to go on').fill('Thursday Lab');
  await host.press('Delete the lab');
  await host.heading('Deleted');
  await inspect(host, 'a deleted lab');
  await rep.goHome();
  await rep.heading(/not here|no such|nothing/i);
  await host.press('Bring it back');
  await expect(host.page).toHaveURL(host.labPath);
  await rep.goHome();
  await expect(rep.page).toHaveURL(rep.labPath);
});

test('a webhook is set up, and a test of it delivered', async ({ gathering, browser }) => {
  test.setTimeout(180_000);
  const crm = await openReceiver();
  const server = await gathering.startServer({ WEBHOOKS_ALLOW_PRIVATE: 'yes' });
  const host = await gathering.open(browser, server, 'host');
  await host.page.goto(`${host.labPath}/settings/webhooks`);
  await host.page.getByLabel('Address').fill(crm.url);
  await host.press('Add the webhook');
  await host.sees('Copy its secret now');
  await expect(host.page.getByLabel('Secret')).toHaveValue(/^whsec_/);
  await host.press('Send a test');
  await host.sees('A test is on its way');
  await expect.poll(() => crm.got.length).toBe(1);
  expect(crm.got[0]!.headers['whetstone-event']).toBe('test');
  await expect(async () => {
    await host.press('Look again');
    await expect(host.page.getByText('Delivered')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await inspect(host, 'webhooks');
  await host.page.reload();
  await expect(host.page.getByLabel('Secret')).toBeHidden();

  // Without scripts too.
  const storageState = await host.context.storageState();
  const bare = await browser.newContext({ javaScriptEnabled: false, storageState });
  const page = await bare.newPage();
  await page.goto(`${server.url}${host.labPath}/settings/webhooks`);
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('A test is on its way')).toBeVisible();
  await page.getByRole('button', { name: 'Send again' }).first().click();
  await expect(page.getByText('On its way.')).toBeVisible();
  await expect.poll(() => crm.got.length).toBe(3);
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByText('Delivered')).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await host.press('Remove it');
  await host.confirm('Keep it');
  await expect(host.page.getByRole('button', { name: 'Remove it' })).toBeFocused();
  await expect(host.page.getByRole('heading', { name: 'Deliveries' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('heading', { name: 'Deliveries' })).toBeHidden();
  await host.page.reload();
  await expect(host.page.getByRole('heading', { name: 'Deliveries' })).toBeHidden();
  await bare.close();
  await server.remove();
  await crm.close();
});
