import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const QUIET = { title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] } as const;
const PLANT = { ...QUIET, title: 'The plant that loves us' };

const BEGUN_FIRST = 'A thought for the first of two deals.';
const OFFLINE_FIRST = 'Written while the network was away, of the first deal.';
const BEGUN = 'Half a thought that the host did not wait for.';
const OFFLINE = 'Written while the network was away.';
const ANSWER = 'Nobody has asked the plant yet.';

/** Loses the network with words that wait, and others half-written. */
async function goesOffline(person: Person, waits: string, begun: string) {
  await expect(person.page.getByRole('radio', { name: 'Story', exact: true })).toBeAttached();
  await person.context.setOffline(true);
  await person.sees(/You’re offline/);
  await person.say(waits, 'Story');
  await person.write(begun, 'Challenge');
}

/** Sends what was refused, late. */
async function sendsLate(person: Person, body: string) {
  await person.page
    .getByRole('group', { name: 'Words that were not sent' })
    .getByRole('button', { name: 'Send it late' })
    .click();
  await person.seesNo(body);
}

test('words that the meeting went past are there between turns, in the closing round and after the end, go out late, and are in the recap', async ({
  gathered,
}) => {
  test.setTimeout(300_000);
  const { host, rep, peer, everyone } = await gathered.inClarify(QUIET, PLANT);

  await test.step('between two turns one’s words for the last one are there, and after the end too', async () => {
    await host.press(/^Start Coach|^Next: Coach/);
    await goesOffline(peer, OFFLINE_FIRST, BEGUN_FIRST);
    await host.press('More about this turn');
    await host.page.getByRole('menuitem', { name: 'End the turn' }).click();
    await host.confirm('End the turn');
    await host.sees('Next on the hot seat');
    await peer.context.setOffline(false);
    await peer.sees('Next on the hot seat');
    await peer.sees(OFFLINE_FIRST);
    await expect(peer.composer).toHaveValue(BEGUN_FIRST);
    await sendsLate(peer, OFFLINE_FIRST);
    await host.pressAndConfirm('End session', 'End the session');
    await peer.heading(/has ended/);
    await peer.sees(BEGUN_FIRST);
    await host.press('Undo the end');
    await expect(peer.composer).toHaveValue(BEGUN_FIRST);
    await peer.press('Send it late to Marisol');
    await expect(peer.composer).toHaveCount(0);
  });

  await test.step('one is offline with words that wait, and another half-written, when the host opens the floor', async () => {
    await host.press(/^Seat Marisol/);
    await host.press(/^Next: Clarify/);
    await peer.say('Who has said no so far?');
    await rep.press('Answer');
    await rep.page.getByLabel('Your answer').fill(ANSWER);
    await host.press(/^Start Coach|^Next: Coach/);
    await goesOffline(peer, OFFLINE, BEGUN);
    await host.pressAndConfirm('Open the floor', 'Open the floor');
    for (const person of [host, rep]) await person.heading('The closing round');
  });

  await test.step('back in the closing round both are there, and a reload loses neither', async () => {
    await peer.context.setOffline(false);
    await peer.heading('The closing round');
    for (const again of [false, true]) {
      if (again) await peer.reload();
      await peer.sees(OFFLINE);
      await peer.sees(/Your words are kept/);
      await expect(peer.composer).toHaveValue(BEGUN);
    }
    await rep.sees(ANSWER);
  });

  await test.step('all of them go out late, and their writers hear it', async () => {
    const heard = ({ page }: Person) => page.getByRole('log', { name: 'Announcements' });
    await peer.composer.press('Control+Enter');
    await expect(heard(peer)).toContainText('You began this for Marisol. It is kept.');
    await expect(peer.composer).toHaveAccessibleDescription('You began this for Marisol. It is kept.');
    await sendsLate(peer, OFFLINE);
    await peer.press('Send it late to Marisol');
    await expect(peer.composer).toHaveCount(0);
    await expect(heard(peer)).toContainText(/On its way, late\..*On its way, late\./);
    await rep.press('Send it late');
    await rep.seesNo(ANSWER);
    await expect(heard(rep)).toContainText('On its way, late.');
  });

  await test.step('what is still half-written when the session ends is not taken away', async () => {
    await host.pressAndConfirm('End session', 'End the session');
    for (const person of [host, peer]) await person.heading(/has ended/);
  });

  await test.step('they stand in the recap, under afterwards', async () => {
    await host.recap();
    for (const [deal, texts] of [
      [QUIET, [OFFLINE_FIRST, BEGUN_FIRST]],
      [PLANT, [OFFLINE, BEGUN, ANSWER]],
    ] as const) {
      const afterwards = host.page.getByRole('region', { name: deal.title }).locator('.afterwards');
      for (const text of texts) await expect(afterwards.getByText(text)).toHaveCount(1);
    }
  });
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
