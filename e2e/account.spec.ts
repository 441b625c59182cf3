import { openMailBox } from '@/tests/support/mail-box';
import { expect, test } from './support/fixtures';
import { PASSWORD, Person, PHONE } from './support/person';
import { RunningServer } from './support/server';

const NEW_PASSWORD = 'another edge, kept as well';

test('an account by mail on a phone: confirmed, moved, forgotten, and signed in again', async ({ browser }) => {
  test.setTimeout(240_000);
  const box = await openMailBox();
  const server = await RunningServer.start({ SMTP_URL: box.url });
  const linkFor = async (address: string, subject: RegExp) => {
    const find = () =>
      box.mails.findLast((mail) => JSON.stringify(mail.to ?? '').includes(address) && subject.test(mail.subject ?? ''));
    await expect.poll(() => find()?.subject ?? '', { timeout: 30_000 }).toMatch(subject);
    const [link = ''] = /https?:\/\/\S*\/(email|password)\/\S+/.exec(find()?.text ?? '') ?? [];
    return new URL(link).pathname;
  };
  try {
    const ruth = await Person.open(browser, server.url, 'Ruth Adeyemi', { viewport: PHONE });
    const { page } = ruth;
    await ruth.firstRun('Thursday Lab');

    await test.step('confirms the address', async () => {
      await page.goto('/me');
      await ruth.sees(/It is not confirmed yet/);
      await page.goto(await linkFor(ruth.email, /Confirm your address/));
      await ruth.press('Confirm the address');
      await ruth.sees('The address is confirmed.');
      await page.goto('/me');
      await ruth.sees(/It is confirmed/);
    });

    await test.step('changes name and zone, which the next page shows', async () => {
      await page.getByLabel('Name', { exact: true }).fill('\u200b');
      await ruth.press('Save');
      await expect(page.getByLabel('Name', { exact: true })).toHaveAttribute('aria-invalid', 'true');
      await page.getByLabel('Name', { exact: true }).fill('Ruth A');
      await page.getByLabel('Time zone').selectOption('Asia/Tokyo');
      await page.getByLabel('Initials on your badge').fill('R+A');
      await ruth.press('Save');
      await ruth.sees('At most three letters, or nothing.');
      await page.getByLabel('Initials on your badge').fill('RAd');
      await ruth.press('Save');
      await ruth.sees('Saved.');
      await page.reload();
      await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ruth A');
      await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
      await expect(page.getByRole('button', { name: /account and sign out/ })).toHaveText('RAd');
    });

    await test.step('chooses a theme, which this device keeps and the server draws: no page flashes in another', async () => {
      const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const drawn = async () => /<html[^>]*>/.exec(await (await page.request.get('/me')).text())?.[0] ?? '';
      const theme = (name: string) => page.getByRole('radio', { name, exact: true });
      const choose = async (name: string) => {
        await theme(name).check({ force: true });
        await ruth.sees('Saved.');
        await page.reload();
        await ruth.awake();
        await expect(theme(name)).toBeChecked();
      };
      await expect(theme('Like the device')).toBeChecked();
      expect(await drawn()).not.toContain('data-theme');
      await page.emulateMedia({ colorScheme: 'light' });
      const light = await paper();
      await choose('Dark');
      expect(await drawn()).toContain('data-theme="dark"');
      const dark = await paper();
      expect(dark).not.toBe(light);
      await page.emulateMedia({ colorScheme: 'dark' });
      await choose('Light');
      expect(await drawn()).toContain('data-theme="light"');
      expect(await paper()).toBe(light);
      await choose('Like the device');
      expect(await drawn()).not.toContain('data-theme');
      expect(await paper()).toBe(dark);
      await page.emulateMedia({ colorScheme: null });
    });

    await test.step('moves to another address, which counts once it is confirmed; the old one is told', async () => {
      const moving = page.locator('form').filter({ has: page.getByRole('button', { name: 'Change the email' }) });
      const [email, password] = [moving.getByLabel('Another email'), moving.getByLabel('Your password')];
      await email.fill('ruth@moved.example');
      await password.fill('not the one');
      await ruth.press('Change the email');
      await expect(password).toHaveAttribute('aria-invalid', 'true');
      await expect(email).toHaveValue('ruth@moved.example');
      await password.fill(PASSWORD);
      await ruth.press('Change the email');
      await ruth.sees(/becomes your address once/);
      await page.goto(await linkFor('ruth@moved.example', /Confirm your address/));
      await ruth.press('Confirm the address');
      await expect
        .poll(() => box.mails.some((mail) => /another address/.test(mail.subject ?? '')), { timeout: 30_000 })
        .toBe(true);
    });

    await test.step('forgets the password: the same answer for everybody, and a link for who has an account', async () => {
      const other = await Person.open(browser, server.url, 'Other device', { viewport: PHONE });
      for (const address of ['nobody@moved.example', 'ruth@moved.example']) {
        await other.page.goto('/sign-in');
        await other.page.getByRole('link', { name: 'Forgot your password' }).click();
        await other.heading('Forgot your password');
        await other.page.getByLabel('Email').fill(address);
        await other.press('Send me a link');
        await other.sees(`If ${address} has an account, a mail with a link is on its way there.`);
      }
      await other.page.goto(await linkFor('ruth@moved.example', /new password/));
      await other.page.getByLabel('New password').fill(NEW_PASSWORD);
      await other.press('Set it and sign in');
      await expect(other.page).toHaveURL(/\/labs\/thursday-lab/);
      expect(box.mails.some((mail) => JSON.stringify(mail.to).includes('nobody@'))).toBe(false);
      // What was signed in before is no more.
      await page.goto('/me#mail');
      await ruth.heading('Back to the stone');
      await page.getByLabel('Email').fill('ruth@moved.example');
      await page.getByLabel('Password').fill(NEW_PASSWORD);
      await ruth.press('Sign in');
      await ruth.heading('Account');
      await expect(page).toHaveURL(/\/me#mail$/);
      await expect(page.getByRole('heading', { name: 'Notifications' })).toBeInViewport();
    });
    expect(ruth.mishaps).toEqual([]);
  } finally {
    await server.remove();
    await box.close();
  }
});

test('a sign-in that is ended is over at once, in the live room too', async ({ browser, gathered }) => {
  test.setTimeout(120_000);
  const rep = await gathered.open('rep');
  const lost = await Person.open(browser, gathered.server.url, 'Marisol Vega', { viewport: PHONE }, rep.labPath);
  await lost.signIn();
  await lost.enter();
  await rep.enter();
  const account = await rep.context.newPage();
  await account.goto('/me');
  await expect(account.getByText('You are here')).toBeVisible();
  const others = account.getByRole('button', { name: /^Sign out: / });
  const before = await others.count();
  expect(before).toBeGreaterThan(0);
  await others.first().click();
  await expect(others).toHaveCount(before - 1);
  await lost.sees('You are signed out.');
  await expect(lost.page).toHaveTitle('You are signed out · Whetstone');
  await expect(lost.page.getByRole('main')).toBeFocused();
  await lost.page.goto(rep.labPath);
  await lost.heading('Back to the stone');
  // The device that ended it goes on.
  await rep.here();
  await rep.seesNo('You are signed out.');

  await test.step('another password ends every other sign-in, and is the one that counts', async () => {
    await lost.signIn();
    await lost.enter();
    await account.reload();
    await account.getByLabel('The one you have').fill(PASSWORD);
    await account.getByLabel('The new one').fill(NEW_PASSWORD);
    await account.getByRole('button', { name: 'Change it' }).click();
    await expect(account.getByText('The password is changed. Every other sign-in has ended.')).toBeVisible();
    await expect(account.getByLabel('The new one')).toHaveValue('');
    await expect(others).toHaveCount(0);
    await lost.sees('You are signed out.');
    await lost.page.goto('/sign-in');
    await lost.page.getByLabel('Email').fill(lost.email);
    await lost.page.getByLabel('Password').fill(PASSWORD);
    await lost.press('Sign in');
    await lost.sees(/do not match/);
    await lost.signIn({ email: lost.email, password: NEW_PASSWORD });
    await rep.here();
    await rep.seesNo('You are signed out.');
  });

  await test.step('who was writing then comes back to the form, with what was written', async () => {
    const { page } = lost;
    await lost.go('bring');
    await page.getByLabel('Name the deal in one line').fill('Renewal went quiet');
    await lost.sees('Draft kept. You can close this page.');
    await account.reload();
    await others.first().click();
    await expect(others).toHaveCount(0);
    // The second press waits for the first, and its action goes out from the page that the first leads to.
    const second = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && new URL(answer.url()).pathname === '/sign-in',
    );
    await page.getByRole('button', { name: 'Keep as a draft' }).evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await second;
    await page.getByLabel('Email').fill(lost.email);
    await page.getByLabel('Password').fill(NEW_PASSWORD);
    await lost.press('Sign in');
    await expect(page).toHaveURL(/\/labs\/thursday-lab\/bring$/);
    await expect(page.getByLabel('Name the deal in one line')).toHaveValue('Renewal went quiet');
  });
  expect(rep.mishaps).toEqual([]);
});
