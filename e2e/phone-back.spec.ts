import { expect, test } from './support/fixtures';
import { PHONE } from './support/person';
import { Touch } from './support/touch';

test('back in the room on a phone: what waited is called what it is, and nothing lies over the field', async ({
  gathered,
}) => {
  test.setTimeout(180_000);
  const host = await gathered.open('host');
  const rep = await gathered.open('rep');
  const peer = await gathered.open('peer', { viewport: PHONE, hasTouch: true, isMobile: true });
  await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of [host, rep, peer]) await person.enter();
  await host.press('Start the session');
  await host.press(/Seat Marisol/);
  await host.press(/^Next: Clarify/);
  await host.press(/^Open the vote/);
  const coaches = new Touch(peer);
  await coaches.open(/Give your read/);
  await peer.context.setOffline(true);
  await peer.sees(/You’re offline/);
  const read = peer.page.getByRole('region', { name: 'Your blind read' });
  for (const [rung, answer] of ['Yes', 'Yes', 'Not sure', 'No', 'No'].entries()) {
    await coaches.choose(new RegExp(`^${answer}$`), read.getByRole('group', { name: `Rung ${rung + 1}` }));
  }
  await coaches.tap('Give my read');
  await peer.sees(/: 1 read will be sent/);
  await coaches.open(/^Questions/);
  await coaches.say('Who signs?');
  await peer.sees(/: 1 read and 1 comment will be sent/);
  await coaches.write(peer.composer, 'And who');
  await peer.context.setOffline(false);
  const back = peer.page.locator('.toasts .notice');
  await expect(back).toContainText('Back in the room. 1 read and 1 comment sent.');
  for (const under of [peer.composer, peer.page.getByRole('timer')]) {
    const [over, field] = await Promise.all([back.boundingBox(), under.boundingBox()]);
    expect(over!.y + over!.height <= field!.y || over!.y >= field!.y + field!.height).toBe(true);
  }
  await peer.composer.press('End');
  expect(peer.mishaps).toEqual([]);
});
