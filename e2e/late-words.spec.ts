import { expect, test } from './support/fixtures';

const BEGUN = 'Half a thought that the host did not wait for.';
const OFFLINE = 'Written while the network was away.';
const ANSWER = 'Nobody has asked the plant yet.';

test('words that the meeting went past are there in the closing round, sent late, and in the recap', async ({
  gathered,
}) => {
  test.setTimeout(300_000);
  const { host, rep, peer, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of everyone) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await host.press(/^Next: Clarify/);
  await peer.say('Who has said no so far?');
  await rep.press('Answer');
  await rep.page.getByLabel('Your answer').fill(ANSWER);
  await host.press(/^Start Coach|^Next: Coach/);
  await expect(peer.page.getByRole('radio', { name: 'Story', exact: true })).toBeAttached();

  await test.step('one is offline with words that wait, and another half-written, when the host opens the floor', async () => {
    await peer.context.setOffline(true);
    await peer.sees(/You’re offline/);
    await peer.say(OFFLINE, 'Story');
    await peer.write(BEGUN, 'Challenge');
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

  await test.step('all of them go out late', async () => {
    await peer.page
      .getByRole('group', { name: 'Words that were not sent' })
      .getByRole('button', { name: 'Send it late' })
      .click();
    await peer.seesNo(OFFLINE);
    await peer.press('Send it late to Marisol');
    await expect(peer.composer).toHaveCount(0);
    await rep.press('Send it late');
    await rep.seesNo(ANSWER);
  });

  await test.step('what is still half-written when the session ends is not taken away', async () => {
    await host.pressAndConfirm('End session', 'End the session');
    for (const person of [host, peer]) await person.heading(/has ended/);
  });

  await test.step('they stand in the recap, under afterwards', async () => {
    await host.recap();
    const afterwards = host.page.locator('.afterwards');
    for (const text of [OFFLINE, BEGUN, ANSWER]) await expect(afterwards.getByText(text)).toHaveCount(1);
  });
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});

test('between two turns one’s words for the last one are there, and after the end too', async ({ gathered }) => {
  test.setTimeout(300_000);
  const { host, rep, peer, everyone } = await gathered.all();
  await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of everyone) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await host.press(/^Next: Clarify/);
  await host.press(/^Start Coach|^Next: Coach/);
  await expect(peer.page.getByRole('radio', { name: 'Story', exact: true })).toBeAttached();
  await peer.context.setOffline(true);
  await peer.sees(/You’re offline/);
  await peer.say(OFFLINE, 'Story');
  await peer.write(BEGUN, 'Challenge');
  await host.press('More about this turn');
  await host.page.getByRole('menuitem', { name: 'End the turn' }).click();
  await host.confirm('End the turn');
  await host.heading('Everyone has been heard');
  await peer.context.setOffline(false);
  await peer.heading('Everyone has been heard');
  await peer.sees(OFFLINE);
  await expect(peer.composer).toHaveValue(BEGUN);
  await peer.page
    .getByRole('group', { name: 'Words that were not sent' })
    .getByRole('button', { name: 'Send it late' })
    .click();
  await peer.seesNo(OFFLINE);
  await host.pressAndConfirm('End session', 'End the session');
  await peer.heading(/has ended/);
  await peer.sees(BEGUN);
  await host.press('Undo the end');
  await expect(peer.composer).toHaveValue(BEGUN);
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
