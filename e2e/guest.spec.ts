import { expect, test } from './support/fixtures';
import { Person, PHONE } from './support/person';

test('a guest listens in by a link, asks one sealed question, and is sent out when it is ended', async ({
  browser,
  gathered,
}) => {
  test.setTimeout(180_000);
  const { host, rep, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'The mill in Lille', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  const guest = await Person.open(browser, gathered.server.url, 'Gus Visitor', { viewport: PHONE });
  let link = '';

  await test.step('a host makes a link for one session, shown once', async () => {
    await host.go('members');
    await host.press('New guest link');
    const dialog = host.page.getByRole('dialog');
    await dialog.getByLabel('For how many people').fill('none');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await expect(dialog.getByLabel('For how many people')).toHaveAccessibleDescription(/\w/);
    await dialog.getByLabel('For how many people').fill('2');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    link = await dialog.getByLabel('Copy it now: it is not shown again').inputValue();
    await host.page.keyboard.press('Escape');
    await host.sees('0 of 2 came');
  });

  await test.step('the guest gives a name and agrees to the pledge', async () => {
    const { page } = guest;
    await page.goto(new URL(link).pathname);
    await guest.heading('Thursday Lab');
    await page.getByLabel('Your name').fill(guest.name);
    await guest.press('Listen in');
    await guest.sees('Agree to it first');
    await expect(page.getByLabel('Your name')).toHaveValue(guest.name);
    await page.getByRole('checkbox').check();
    await guest.press('Listen in');
    await expect(page).toHaveURL(/\/live$/);
    await guest.here();
  });

  await test.step('sees the meeting, marked as a guest, and nothing beyond it', async () => {
    for (const person of [host, rep]) await person.enter();
    await host.press('Start the session');
    await host.press(/Start the first turn|Seat Marisol/);
    await guest.sees('The mill in Lille');
    await guest.reload();
    await guest.sees('The mill in Lille');
    await host.press(/Who is here/);
    await expect(host.page.getByRole('listitem').filter({ hasText: 'Gus Visitor' })).toContainText(
      'Guest, listening in',
    );
    await host.page.keyboard.press('Escape');
    for (const path of [rep.labPath, `${rep.labPath}/members`, guest.page.url().replace('live', 'recap')]) {
      const answer = await guest.page.request.get(path);
      expect(await answer.text(), path).not.toContain('The mill in Lille');
    }
  });

  await test.step('asks one sealed question, which the room sees when a host releases it', async () => {
    const why = 'Why do you care so much about the mill?';
    await guest.page.getByRole('tab', { name: 'Your question' }).click();
    await guest.page.getByLabel('Your one question, sealed').fill(why);
    await guest.press('Hand it to the hosts');
    await guest.sees('Sealed, with the hosts');
    await rep.seesNo(why);
  });

  await test.step('is sent out at once when the link is ended, and does not come back', async () => {
    await host.go('members');
    await host.sees('1 of 2 came: Gus Visitor');
    await host.press(/End the guest link/);
    await guest.sees('You are no longer listening in.');
    await guest.page.reload();
    await guest.seesNo('The mill in Lille');
    await guest.page.goto(new URL(link).pathname);
    await guest.heading('This link is closed');
    await guest.sees('A host has ended it.');
  });
  for (const person of [...everyone, guest]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
