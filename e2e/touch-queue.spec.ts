import { expect, test } from './support/fixtures';
import { PHONE } from './support/person';
import { Touch } from './support/touch';

test('a host on a phone puts the queue in order with a thumb, at the first try', async ({ gathered }) => {
  test.setTimeout(240_000);
  const { rep, peer } = await gathered.all();
  const host = await gathered.open('host', { viewport: PHONE, hasTouch: true, isMobile: true });
  for (const [person, titles] of [
    [rep, ['First deal', 'Second deal']],
    [peer, ['Third deal']],
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

  // What is withdrawn while a deal is held stands until that is put down.
  await grip('Second deal').focus();
  await host.page.keyboard.press('Space');
  await expect(host.page.getByText('Over place 2 of 2.')).toBeAttached();
  const wire = await peer.onWire();
  const third = Object.values(wire.state.scenarios).find(({ title }) => title === 'Third deal');
  await wire.does('scenario.withdraw', { scenarioId: third?.id });
  wire.close();
  await expect(theirs.first()).toContainText('Second deal');
  await expect(first).toContainText('Third deal');
  await host.page.keyboard.press('Space');
  await expect(first).toContainText('Second deal');
  expect(host.mishaps).toEqual([]);
});
