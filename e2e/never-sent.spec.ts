import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const BEGUN = 'Half a thought that the host did not wait for.';
const ANSWER = 'Because my father lost his to a slow signature.';
const TAKEAWAY = 'Ask who signs,';

/** What this device keeps of somebody’s words, as the page shows it. */
function keptOf({ page }: Person) {
  return page.getByRole('region', { name: 'Written, and not sent' });
}

test('what was written and not sent is there after the end, on the recap too, until its writer deletes it', async ({
  gathered,
}) => {
  test.setTimeout(300_000);
  const deal = { title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] } as const;
  const { host, rep, peer, everyone } = await gathered.inClarify(deal);
  await host.press(/^Start Coach|^Next: Coach/);
  await peer.write(BEGUN, 'Challenge');
  await host.pressAndConfirm('Open the floor', 'Open the floor');
  await host.page.getByLabel('Ask everyone').fill('Why do you care?');
  await host.press('Ask');
  await peer.page.getByLabel('Your answer').fill(ANSWER);
  await peer.page.getByLabel('Your takeaway, in one line').fill(TAKEAWAY);
  await rep.leaveTakeaway('Ring them.');
  await rep.press('Change it');

  await test.step('the end shows all of it, and what was refused after it', async () => {
    await peer.context.setOffline(true);
    await peer.sees(/You’re offline/);
    await peer.press(/^Send it late/);
    await host.pressAndConfirm('End session', 'End the session');
    await host.heading(/has ended/);
    await peer.context.setOffline(false);
    await peer.heading(/has ended/);
    for (const text of [BEGUN, ANSWER, TAKEAWAY])
      await expect(keptOf(peer).getByText(text, { exact: true })).toBeVisible();
  });

  await test.step('so does the recap, to its writer alone', async () => {
    await peer.page.reload();
    await expect(peer.page).toHaveURL(/recap$/);
    for (const text of [BEGUN, ANSWER, TAKEAWAY])
      await expect(keptOf(peer).getByText(text, { exact: true })).toBeVisible();
    await keptOf(peer).getByRole('listitem').filter({ hasText: ANSWER }).getByRole('button', { name: 'Copy' }).click();
    expect(await peer.page.evaluate(() => navigator.clipboard.readText())).toBe(ANSWER);
    // What was taken up to be changed, and was not, is in the recap already.
    await rep.recap();
    await rep.sees('Ring them.');
    await expect(keptOf(rep)).toHaveCount(0);
  });

  await test.step('what is deleted is gone, and the rest stays', async () => {
    await keptOf(peer).getByRole('listitem').filter({ hasText: BEGUN }).getByRole('button', { name: 'Delete' }).click();
    await peer.confirm('Delete it');
    await expect(keptOf(peer).getByText(BEGUN)).toHaveCount(0);
    await expect(peer.page.getByRole('heading', { name: 'Written, and not sent' })).toBeFocused();
    await peer.page.reload();
    await expect(keptOf(peer).getByText(TAKEAWAY, { exact: true })).toBeVisible();
    await expect(keptOf(peer).getByText(BEGUN)).toHaveCount(0);
  });
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
