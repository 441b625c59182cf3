import { expect, test, type Page } from '@playwright/test';
import { signIn } from '@/demo/sign-in';
import { LAPTOP, PHONE } from './support/person';
import { inspect } from './support/look';
import { inOwnColours, stands } from './support/own-colours';
import { RunningDemo } from './support/running-demo';

let demo: RunningDemo | undefined;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  demo = await RunningDemo.start();
});
test.afterAll(() => demo?.remove());

/** Opens the last ended session's recap as somebody of the demo's lab, and from there its replay. */
async function openReplay(page: Page, role: 'host' | 'rep' | 'observer'): Promise<string> {
  const { url, accounts, labSlug } = demo!.ready;
  const account = accounts.find((one) => one.role === role)!;
  const cookie = await signIn(url, account.email, account.password);
  const cookies = cookie.split('; ').map((one) => {
    const at = one.indexOf('=');
    return { name: one.slice(0, at), value: one.slice(at + 1), url };
  });
  await page.context().addCookies(cookies);
  await page.setViewportSize(LAPTOP);
  await page.goto(`${url}/labs/${labSlug}`);
  await page.getByRole('table').getByRole('link').first().click();
  await page.locator('a[href*="/recap"]').first().click();
  await page.getByRole('link', { name: 'Replay', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Replay' })).toBeVisible();
  await expect(page.getByRole('button', { name: /The session ends/ })).toBeVisible();
  return new URL(page.url()).pathname;
}

const handle = (page: Page) => page.getByRole('slider', { name: 'Moment' });
const moment = (page: Page) => handle(page).getAttribute('aria-valuenow').then(Number);
const current = (page: Page) => page.locator('.moments [aria-current=true]');

test('Z1: a member looks at an ended session again: by moments, by keyboard, by link', async ({
  page,
  context,
  browser,
}) => {
  test.setTimeout(180_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = await openReplay(page, 'rep');

  // J and K jump, and each moment is said.
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('takes the seat');
  await expect(page.getByRole('log', { name: 'Announcements' })).toContainText('takes the seat');
  await page.keyboard.press('j');
  await expect(current(page)).toContainText('Clarify begins');
  await expect(page.getByText('Nobody sees a read until the host reveals.')).toBeVisible();
  await expect(page.getByText(/peers?$/)).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(current(page)).toContainText('takes the seat');

  // The arrows move ten seconds; on the handle too.
  const before = await moment(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => moment(page)).toBe(before + 10);
  await page.keyboard.press('ArrowLeft');
  await handle(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => moment(page)).toBe(before + 10);

  // The reveal shows both reads, from its moment on and not before.
  await page
    .getByRole('button', { name: /Reveal: / })
    .first()
    .click();
  await expect(page.getByText(/The room, \d+ peers/)).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/The room, \d+ peers/)).toHaveCount(0);

  // A link leads to the moment, paused, on another device too.
  await page
    .getByRole('button', { name: /Coach begins/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Copy link to this moment' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/\/replay\?at=\d/);
  const at = await moment(page);
  const state = await context.storageState();
  const elsewhere = await (await browser.newContext({ storageState: state })).newPage();
  await elsewhere.goto(link);
  await expect(current(elsewhere)).toContainText('Coach begins');
  expect(await moment(elsewhere)).toBe(at);
  await expect(elsewhere.getByRole('button', { name: 'Play' })).toBeVisible();
  await elsewhere.context().close();

  // Space plays from there, at the speed that was chosen.
  await page.getByText('16×').click();
  await page.getByRole('main').click({ position: { x: 700, y: 20 } });
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect.poll(() => moment(page)).toBeGreaterThan(at + 10);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();

  // Whoever is not signed in finds nothing here, and gets no event.
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(demo!.ready.url + path);
  await expect(stranger).toHaveURL(/sign-in/);
  expect((await stranger.request.get(`${demo!.ready.url}${path}/events?since=0`)).status()).toBe(404);
  await stranger.context().close();
});

test('a host chooses between their own view and the room’s; an observer has the room’s alone', async ({ page }) => {
  test.setTimeout(180_000);
  await openReplay(page, 'host');
  const sealed = page.getByRole('button', { name: /hands in a sealed question/ });
  await expect(sealed).toBeVisible();
  await page
    .getByRole('button', { name: /Coach begins/ })
    .first()
    .click();
  await expect(current(page)).toContainText('Coach begins');
  const at = await moment(page);
  await page.getByLabel('As seen by').selectOption('room');
  await expect(page.getByRole('button', { name: /The session ends/ })).toBeVisible();
  await expect(sealed).toHaveCount(0);
  expect(await moment(page)).toBe(at);

  await page.context().clearCookies();
  await openReplay(page, 'observer');
  await expect(page.getByLabel('As seen by')).toHaveCount(0);
});

test('a replay, at four sizes and in both themes, and nothing in it moves by itself', async ({ page }) => {
  test.setTimeout(300_000);
  const mishaps: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning' || message.type() === 'error') mishaps.push(message.text());
  });
  page.on('pageerror', (error) => mishaps.push(error.message));
  await openReplay(page, 'host');
  await inspect({ page }, 'a replay, roll call');
  await page
    .getByRole('button', { name: /Reveal: / })
    .last()
    .click();
  await inspect({ page }, 'a replay, a turn');
  await inOwnColours({ page }, async () => {
    const bar = (layer: string) => page.locator(`.track ${layer} i:not(.roll_call, .closing)`);
    expect(await stands(bar('.layer.past'), 'background-color'), 'what is over').toBe(true);
    expect(await stands(bar('.layer:not(.past)'), 'background-color'), 'what comes').toBe(false);
  });
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'Moments' }).click();
  const sheet = page.getByRole('dialog', { name: 'Moments' });
  await sheet
    .getByRole('button', { name: /Coach begins/ })
    .first()
    .click();
  await expect(sheet).toBeHidden();
  await expect(
    page
      .getByRole('heading', { name: /Coach/ })
      .or(page.getByText('Coach', { exact: true }))
      .first(),
  ).toBeVisible();
  await page.setViewportSize(LAPTOP);
  await expect(current(page)).toContainText('Coach begins');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await handle(page).focus();
  await page.keyboard.press('End');
  await inspect({ page }, 'a replay, the end');
  expect(mishaps).toEqual([]);
});
