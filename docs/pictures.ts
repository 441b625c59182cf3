import path from 'node:path';
import { expect, test, type Browser, type Page } from '@playwright/test';
import sharp from 'sharp';
import type { Ready } from '@/demo/cast';
import { Person, PHONE } from '@/e2e/support/person';
import { RunningDemo } from '@/e2e/support/running-demo';
import { RunningServer } from '@/e2e/support/server';

const FOLDER = path.resolve('docs', 'screens');
const LARGEST_BYTES = 250_000;
const LAPTOP = { width: 1440, height: 900 };

interface Look {
  phone?: boolean;
  dark?: boolean;
  /** The whole page, not only what the screen holds of it. */
  whole?: boolean;
}

/** Draws what somebody sees now into docs/screens. */
async function picture(page: Page, name: string, { phone, dark, whole }: Look = {}): Promise<void> {
  await page.setViewportSize(phone ? PHONE : LAPTOP);
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' });
  await page.evaluate(() => document.fonts.ready);
  const file = path.join(FOLDER, `${name}${dark ? '-dark' : ''}${phone ? '-phone' : ''}.png`);
  const drawn = await page.screenshot({ fullPage: whole ?? false, animations: 'disabled', caret: 'hide' });
  // Paper, ink and a spark: 128 colours hold them, in a third of the bytes.
  const { size } = await sharp(drawn).png({ palette: true, colours: 128, dither: 0, effort: 7 }).toFile(file);
  expect(size, `${file} is for a page of documentation`).toBeLessThan(LARGEST_BYTES);
  await page.setViewportSize(LAPTOP);
}

async function signedIn(browser: Browser, { url, accounts, labSlug }: Ready, first: string): Promise<Person> {
  const account = accounts.find(({ name }) => name.startsWith(first));
  if (!account) throw new Error(`Nobody in the demo is called ${first}.`);
  const person = await Person.open(browser, url, account.name, { locale: 'en-GB', timezoneId: 'Europe/London' });
  await person.page.goto(`/sign-in?next=/labs/${labSlug}`);
  await person.page.getByLabel('Email').fill(account.email);
  await person.page.getByLabel('Password').fill(account.password);
  await person.press('Sign in');
  await expect(person.page).toHaveURL(new RegExp(`/labs/${labSlug}$`));
  return person;
}

test('the first run', async ({ page }) => {
  const server = await RunningServer.start();
  await page.goto(`${server.url}/first-run`);
  await picture(page, 'first-run', { whole: true });
  await server.remove();
});

test('the lab and a session of it', async ({ browser, page }) => {
  const demo = await RunningDemo.start();
  try {
    await page.goto(`${demo.ready.url}/sign-in`);
    await picture(page, 'sign-in');
    const as = (first: string) => signedIn(browser, demo.ready, first);
    const [ruth, jonas, marisol, devon] = [await as('Ruth'), await as('Jonas'), await as('Marisol'), await as('Devon')];
    const ellen = await as('Ellen');

    await pagesOf(ruth, marisol);
    await pastOf(marisol);
    const room = [ruth, jonas, marisol, devon, ellen];
    for (const person of room) await person.enter();
    await roomOf({ ruth, jonas, marisol, devon, ellen });
  } finally {
    await demo.remove();
  }
});

async function pagesOf(host: Person, rep: Person): Promise<void> {
  await rep.sees('Queue so far');
  await picture(rep.page, 'lab-home', { whole: true });
  await picture(rep.page, 'lab-home', { whole: true, dark: true });
  await picture(rep.page, 'lab-home', { phone: true });
  await rep.go('bring');
  await rep.heading('Bring a stuck deal');
  await picture(rep.page, 'submit-scenario', { whole: true });
  await picture(rep.page, 'submit-scenario', { phone: true });
  await rep.page.goto('/me');
  await rep.heading('Account');
  await picture(rep.page, 'account', { whole: true });
  await rep.goHome();
  await host.go('members');
  await host.heading('Members');
  await picture(host.page, 'members', { whole: true });
  await host.go('schedule');
  await host.heading('Schedule');
  await picture(host.page, 'schedule', { whole: true });
  await host.goHome();
  await host.page.getByRole('table').getByRole('link').first().click();
  await host.page.locator('a[href*="/recap"]').first().click();
  await expect(host.page).toHaveURL(/recap$/);
  await host.heading(/deals/);
  await picture(host.page, 'recap', { whole: true });
  await host.page.getByRole('link', { name: 'Replay', exact: true }).click();
  await host.page
    .getByRole('button', { name: /Reveal: / })
    .last()
    .click();
  await expect(host.page.getByText(/The room, \d+ peers/)).toBeVisible();
  await picture(host.page, 'replay');
  await picture(host.page, 'replay', { phone: true });
  await host.go('settings');
  await picture(host.page, 'lab-settings', { whole: true });
  await host.publish('Fifty of us, every Thursday: bring the deal that will not move.');
  await host.page.goto(host.labPath.replace('/labs/', '/join/'));
  await picture(host.page, 'lab-public', { whole: true });
  await host.goHome();
}

async function pastOf(rep: Person): Promise<void> {
  await rep.page.goto(`${rep.labPath}/history?q=finance`);
  await rep.heading('History');
  await picture(rep.page, 'history', { whole: true });
  await picture(rep.page, 'history', { phone: true });
  await rep.page.locator('.hit h3 a').first().click();
  await expect(rep.page).toHaveURL(/scenarios/);
  await picture(rep.page, 'scenario', { whole: true });
  await rep.go('insights');
  await picture(rep.page, 'insights', { whole: true });
  await picture(rep.page, 'insights', { whole: true, dark: true });
  await rep.page.goto('/me/why');
  await rep.heading('My why');
  await picture(rep.page, 'my-why', { whole: true });
  await rep.goHome();
}

async function roomOf(people: Record<'ruth' | 'jonas' | 'marisol' | 'devon' | 'ellen', Person>): Promise<void> {
  const { ruth, jonas, marisol, devon, ellen } = people;
  await ruth.heading('Five are here, four deals wait').catch(() => undefined);
  await picture(ruth.page, 'lobby');
  await picture(ruth.page, 'lobby', { phone: true });
  await ruth.press('Start the session');
  await ruth.heading(/roll call/i);
  await picture(ruth.page, 'live-room-roll-call');
  await ruth.press(/Start the first turn|Seat Jonas/);
  await ruth.heading('They want the price before the problem');
  await ruth.press(/^Next: Clarify/);
  await devon.say('What happens in the shed on the day the heater fails?');
  await marisol.say('Who asked for the price, and who will pay it?');
  await ruth.press(/^Open the vote/);
  await marisol.vote(['Yes', 'Not sure', 'No', 'Not sure', 'Yes']);
  await ruth.sees('Who asked for the price, and who will pay it?');
  await picture(ruth.page, 'live-room-clarify');
  await devon.vote(['Not sure', 'No', 'No', 'Yes', 'Yes']);
  await ruth.press(/^Reveal/);
  await ellen.sees(/Lowest open rung: 1/);
  await picture(ruth.page, 'reveal');
  await picture(ruth.page, 'reveal', { dark: true });
  await picture(marisol.page, 'reveal', { phone: true });
  await ruth.press(/^Start Coach/);
  await devon.say('Answer in one line, and ask what a day without the shed costs them.', 'Advice');
  await marisol.say('You are selling a number because they asked for one. Did they ask for help?', 'Challenge');
  await jonas.marksHelpful('Did they ask for help?');
  await devon.say('I gave a range once. They framed the low end and hung it up.', 'Story');
  await ruth.sees('I gave a range once.');
  await picture(ruth.page, 'room');
  await picture(ruth.page, 'room', { dark: true });
  await picture(marisol.page, 'room', { phone: true });
  await ruth.press(/^Next: Commit/);
  await expect(jonas.page.getByLabel(/^Next step/)).toBeVisible();
  await picture(jonas.page, 'live-room-rep');
  await ellen.sees(/Commit/);
  await picture(ellen.page, 'live-room-observer');
}
