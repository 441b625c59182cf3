import { expect, test } from './support/fixtures';
import { inspect } from './support/look';
import type { Person } from './support/person';

const SECRET = 'She looked away when he named the budget.';

const pad = ({ page }: Person, label = 'About this session') => page.getByLabel(label);

test('notes are kept over two tabs, a reload and a lost connection, are found in the recap, and are nobody else’s', async ({
  gathered,
}) => {
  test.setTimeout(180_000);
  const { host, rep, peer } = await gathered.all();
  await rep.hasBrought({ title: 'Acme renewal', ask: 'Who signs?', answers: ['Yes', 'Yes', 'Yes', 'No', 'No'] });
  for (const person of [host, rep, peer]) await person.enter();
  await test.step('a note that is written in two tabs loses nothing', async () => {
    const address = rep.page.url();
    await rep.press('My notes');
    await pad(rep).fill('From the first tab.');
    const second = await rep.context.newPage();
    await second.goto(address.replace(/live$/, 'recap'));
    // What this device kept stands in both; the first one is kept before the second goes on.
    await rep.sees('Kept. Only you ever read this.');
    await second.reload();
    const other = second.getByLabel('About this session');
    await expect(other).toHaveValue('From the first tab.');
    await other.fill('From the first tab. And the second.');
    await expect(second.getByText('Kept. Only you ever read this.')).toBeVisible();
    await pad(rep).fill('Written over it.');
    await rep.sees('You wrote this note in another tab');
    await rep.press('Keep both');
    await rep.sees('Kept. Only you ever read this.');
    await second.reload();
    await expect(other).toHaveValue('From the first tab. And the second.\n\nWritten over it.');
    await second.close();
  });

  await peer.press('My notes');
  await pad(peer).fill('Before it began.');
  await peer.sees('Kept. Only you ever read this.');
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await peer.heading('Acme renewal');

  await expect(pad(peer)).toHaveValue('Before it began.');
  await peer.context.setOffline(true);
  await pad(peer).fill(SECRET);
  await peer.sees('Kept on this device; the lab can’t be reached just now.');
  await peer.context.setOffline(false);
  await peer.sees('Kept. Only you ever read this.');
  await peer.reload();
  await expect(pad(peer)).toHaveValue(SECRET);
  await peer.page.getByRole('radio', { name: 'This deal' }).check({ force: true });
  await pad(peer, 'About this deal').fill('Ask Marisol about the CFO.');
  await peer.sees('Kept. Only you ever read this.');
  await inspect(peer, 'the room with notes');

  await host.pressAndConfirm('End session', 'End the session');
  for (const person of [host, rep]) {
    await person.recap();
    await person.heading('Acme renewal');
    expect(await person.page.content()).not.toContain(SECRET);
    if (person === host) await expect(pad(person)).toHaveValue('');
  }
  await peer.recap();
  await expect(pad(peer)).toHaveValue(SECRET);
  await inspect(peer, 'the recap with notes');
  await peer.page.getByRole('link', { name: 'Acme renewal' }).first().click();
  await expect(pad(peer, 'About this deal')).toHaveValue('Ask Marisol about the CFO.');

  await test.step('who is no longer in the lab is told that it is on this device alone', async () => {
    await host.page.goto(`${host.labPath}/members`);
    await host.press(`More about ${peer.name}`);
    await host.page.getByRole('menuitem', { name: 'Remove from the lab' }).click();
    await host.confirm(`Remove ${peer.name}`);
    await host.heading('Removed');
    await pad(peer, 'About this deal').fill('Ask Marisol about the CFO, once more.');
    await peer.sees('Kept on this device alone; you are no longer in this lab.');
  });
});
