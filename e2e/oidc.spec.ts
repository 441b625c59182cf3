import { openProvider } from '@/tests/support/oidc-provider';
import { expect, test } from './support/fixtures';
import { Person } from './support/person';
import { freePort, RunningServer } from './support/server';

test('somebody joins by a provider, signs in by it, and links it to an account that has a password', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const people = {
    noor: { email: 'noor@id.example', email_verified: true, name: 'Noor Vouched' },
    stranger: { email: 'stranger@id.example', email_verified: true, name: 'Stranger' },
    ruth: { email: 'ruth.adeyemi@example.com', email_verified: true, name: 'Ruth At Work' },
  };
  const provider = await openProvider(origin, people);
  const server = await RunningServer.start({ ...provider.env, PORT: String(port) });
  const atProvider = async ({ page }: Person, name: keyof typeof people) => {
    await page.locator('input[name="login"]').fill(name);
    await page.locator('input[name="password"]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  try {
    const host = await Person.open(browser, origin, 'Ruth Adeyemi');
    await host.firstRun('Thursday Lab');
    const invitation = await host.invite('rep');
    const noor = await Person.open(browser, origin, 'Noor Vouched');

    await test.step('nobody gets in without an invitation', async () => {
      const stranger = await Person.open(browser, origin, 'Stranger');
      await stranger.page.goto('/sign-in');
      await stranger.press('Sign in with Edgework');
      await atProvider(stranger, 'stranger');
      await stranger.sees(/No account here is linked/);
      await stranger.page.goto('/me');
      await stranger.heading('Back to the stone');
    });

    await test.step('an invitation makes an account, and leads to the pledge', async () => {
      await noor.page.goto(new URL(invitation).pathname);
      await noor.press('Join with Edgework');
      await atProvider(noor, 'noor');
      await expect(noor.page).toHaveURL(/\/labs\/thursday-lab\/pledge/);
      await noor.page.goto('/me');
      await expect(noor.page.getByLabel('Name', { exact: true })).toHaveValue('Noor Vouched');
      await noor.sees('noor@id.example');
    });

    await test.step('it signs in again, and goes to where they were going', async () => {
      await noor.press(/account and sign out/);
      await noor.page.getByRole('menuitem', { name: 'Sign out' }).click();
      await noor.heading('Back to the stone');
      await noor.page.goto('/sign-in?next=/me');
      await noor.press('Sign in with Edgework');
      // The provider still knows them: it asks nothing, or whether they go on.
      const goOn = noor.page.getByRole('button', { name: 'Continue' });
      await expect(goOn.or(noor.page.getByRole('heading', { name: 'Account', exact: true }))).toBeVisible();
      if (await goOn.isVisible()) await goOn.click();
      await expect(noor.page).toHaveURL(/\/me$/);
      await noor.press('Unlink Edgework');
      await noor.sees(/Set a password first/);
    });

    await test.step('an address that was never confirmed here opens nothing; its owner links it', async () => {
      const other = await Person.open(browser, origin, 'Ruth Elsewhere');
      await other.page.goto('/sign-in');
      await other.press('Sign in with Edgework');
      await atProvider(other, 'ruth');
      await other.sees(/No account here is linked/);
      await host.page.goto('/me');
      await host.press('Link Edgework');
      await atProvider(host, 'ruth');
      await host.sees('Edgework signs you in.');
      await other.press('Sign in with Edgework');
      const goOn = other.page.getByRole('button', { name: 'Continue' });
      const home = other.page.getByRole('link', { name: 'Thursday Lab' });
      await expect(goOn.or(home).first()).toBeVisible();
      if (await goOn.isVisible()) await goOn.click();
      await expect(other.page).toHaveURL(/\/labs\/thursday-lab/);
    });
    for (const person of [host, noor]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
  } finally {
    await server.remove();
    await provider.close();
  }
});
