import { expect, test } from './support/fixtures';
import { PHONE, type Person } from './support/person';
import { Touch } from './support/touch';

test('a host on a phone puts the queue in order with a thumb, at the first try', async ({ gathered }) => {
  test.setTimeout(240_000);
  const { rep, peer } = await gathered.all();
  const host = await gathered.open('host', { viewport: PHONE, hasTouch: true, isMobile: true });
  for (const [person, titles] of [
    [rep, ['First deal', 'Second deal']],
    [peer, ['Third deal', 'Fourth deal']],
  ] as const) {
    for (const title of titles) {
      await person.hasBrought({ title, ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
    }
  }
  for (const person of [host, peer]) await person.enter();
  const thumb = new Touch(host);
  await thumb.tap('Start the session');
  await thumb.tap(/Seat Marisol/);
  await thumb.open(/Queue/);
  await thumb.fits('the queue');
  const theirs = peer.page.getByRole('region', { name: 'Queue' }).getByRole('listitem');
  await expect(theirs.first()).toContainText('Second deal');

  const grip = (title: string) => host.page.getByRole('button', { name: `Move ${title}`, exact: true });
  await thumb.drag(grip('Third deal'), grip('Second deal'));
  await expect(theirs.first()).toContainText('Third deal');
  await host.reload();
  await thumb.open(/Queue/);
  const first = host.page.getByRole('region', { name: 'Queue' }).getByRole('listitem').first();
  await expect(first).toContainText('Third deal');

  // What others move while a deal is held is drawn at the drop, and where that went is said as it is for everyone.
  const says = (words: string) => expect(host.page.getByText(words, { exact: true })).toBeAttached();
  const elsewhere = await host.onWire();
  const withdrawing = await peer.onWire();
  const fourth = Object.values(elsewhere.state.scenarios).find(({ title }) => title === 'Fourth deal');
  await grip('Second deal').focus();
  await host.page.keyboard.press('Space');
  await says('Second deal is lifted, from place 2 of 3.');
  await elsewhere.does('queue.move', { scenarioId: fourth?.id, to: 0 });
  await expect(theirs.first()).toContainText('Fourth deal');
  await expect(first).toContainText('Third deal');
  await expect(async () => {
    await host.page.keyboard.press('ArrowDown');
    await expect(host.page.getByText('Over place 3 of 3.')).toBeAttached({ timeout: 1000 });
  }).toPass();
  await host.page.keyboard.press('Space');
  await says('Second deal is put down at place 2 of 3.');
  await expect(theirs.nth(1)).toContainText('Second deal');
  await expect(first).toContainText('Fourth deal');

  // What is withdrawn meanwhile stands until then.
  await grip('Second deal').focus();
  await host.page.keyboard.press('Space');
  await says('Second deal is lifted, from place 2 of 3.');
  await withdrawing.does('scenario.withdraw', { scenarioId: fourth?.id });
  await expect(theirs.first()).toContainText('Second deal');
  await expect(first).toContainText('Fourth deal');
  await host.page.keyboard.press('Space');
  await says('Second deal is put down at place 1 of 2.');
  await expect(first).toContainText('Second deal');

  // Whoever else runs the meeting hears of it, once; whoever did it knows.
  const hears = (person: Person) => person.page.getByRole('log', { name: 'Announcements' });
  const [third] = elsewhere.state.queue.filter((id) => elsewhere.state.scenarios[id]?.title === 'Third deal');
  await elsewhere.does('host.hand_over', { userId: elsewhere.state.scenarios[third!]?.repId });
  await expect(peer.page.getByRole('button', { name: 'Move Third deal' })).toBeVisible();
  for (const to of [0, 1, 0]) {
    await elsewhere.does('queue.move', { scenarioId: third, to });
    await expect(theirs.nth(to)).toContainText('Third deal');
  }
  const told = 'Ruth Adeyemi has put the queue in another order.';
  await expect(hears(peer)).toContainText(told);
  for (const body of ['Devon next.', 'He leaves at six.']) await elsewhere.does('host.note', { body });
  const wrote = 'Ruth Adeyemi wrote to the hosts.';
  await expect(hears(peer)).toContainText(wrote);
  await elsewhere.does('turn.pause');
  await expect(hears(peer)).toContainText('The clock is paused.');
  await expect(hears(peer).getByText(told)).toHaveCount(1);
  await expect(hears(peer)).toContainText('Marisol Vega has the hot seat');
  await expect(hears(host)).not.toContainText(told);
  await expect(hears(peer).getByText(wrote)).toHaveCount(1);
  await expect(hears(host)).not.toContainText(wrote);
  for (const wire of [elsewhere, withdrawing]) wire.close();
  expect(host.mishaps).toEqual([]);
});
