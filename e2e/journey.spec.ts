import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { daysFrom } from './support/time';

const WHY = 'Why do you care so much about closing this one deal?';
const LATE = 'What would you do on Monday if they had never rung you?';

test('a whole session: from first run to recap, through two turns', async ({ browser, server }) => {
  test.setTimeout(300_000);
  const { host, rep, peer, observer, everyone } = await gather(browser, server.url, {
    reducedMotion: 'no-preference',
  });
  await rep.bring({
    title: 'The plant that loves us',
    ask: 'How do I reach the CFO?',
    answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'],
  });
  await peer.bring({
    title: 'Renewal went quiet',
    ask: 'Do I call, or wait?',
    answers: ['Yes', 'No', 'No', 'No', 'No'],
  });

  await test.step('the lobby: everyone sees who is here and what waits', async () => {
    for (const person of everyone) await person.enter();
    await host.reload();
    for (const person of everyone) {
      await person.sees('The plant that loves us');
      await person.sees('Renewal went quiet');
    }
    await observer.page.getByLabel('Your one question, sealed').fill(WHY);
    await observer.press('Hand it to the hosts');
    await observer.sees('Sealed, with the hosts');
    for (const person of [rep, peer]) await person.seesNo(WHY);
  });

  await test.step('present: the room listens, and a draft stays', async () => {
    await host.press('Start the session');
    await host.press(/Start the first turn|Seat Marisol/);
    for (const person of everyone) await person.sees('How do I reach the CFO?');
    await expect(host.page).toHaveTitle('Present: Marisol Vega · Thursday Lab');
    await expect(rep.page).toHaveTitle('Your turn: Present · Thursday Lab');
    await expect(host.page.locator('link[rel="icon"]').first()).toHaveAttribute('href', /icon-turn\.svg$/);
    await expect(rep.page.locator('link[rel="icon"]').first()).toHaveAttribute('href', /icon-your-turn\.svg$/);
    await peer.write('Who has said no so far, in person?');
    await peer.reload();
    await expect(peer.composer).toHaveValue('Who has said no so far, in person?');
    for (const person of [peer, observer]) await person.seesNo('The plant that loves us, evidence 4');
    await host.sees('The plant that loves us, evidence 4');
  });

  await test.step('clarify: a question, its answer, and the blind vote', async () => {
    await host.press(/^Next: Clarify/);
    await expect(peer.composer).toHaveValue('Who has said no so far, in person?');
    await peer.send();
    await rep.sees('Who has said no so far, in person?');
    await rep.press('Answer');
    await rep.page.getByLabel('Your answer').fill('Nobody. The form comes back unsigned.');
    await rep.press('Send the answer');
    await peer.sees('Nobody. The form comes back unsigned.');
    await host.press(/^Open the vote/);
    await peer.vote(['Yes', 'Yes', 'Not sure', 'No', 'No']);
    await peer.reload();
    await peer.sees('Your read is in.');
    await host.sees('1 of 1 reads are in');
  });

  await test.step('the reveal: one moment for everyone', async () => {
    await host.press(/^Reveal/);
    for (const person of everyone) await person.sees('Lowest open rung: 3');
    await observer.sees('The plant that loves us, evidence 3');
    const ladder = observer.page.getByRole('table', { name: /Lowest open rung: 3\. The reads part at rung 3\.$/ });
    await expect(ladder.getByRole('row')).toHaveCount(6);
    await expect(ladder.getByRole('row', { name: /^3\. They want it fixed/ })).toHaveText(/Yes.*1 not sure/);
    await observer.reload();
    await observer.sees('The plant that loves us');
  });

  await test.step('coach: helpful words, and somebody offline for a while', async () => {
    await host.press(/^Start Coach/);
    await peer.say('Write the one page that he would carry upstairs.', 'Advice');
    await rep.sees('Write the one page that he would carry upstairs.');
    await rep.marksHelpful('Write the one page that he would carry upstairs.');
    await peer.sees('Marisol marked this helpful');

    await peer.context.setOffline(true);
    await peer.sees(/You’re offline/);
    await peer.say('We sat in the canteen until finance came down.', 'Story');
    await peer.say('Who signs when she is away?', 'Question');
    await peer.sees(/2 comments will be sent/);
    await rep.seesNo('Who signs when she is away?');
    await peer.context.setOffline(false);
    await rep.sees('Who signs when she is away?');
    await peer.seesNo(/You’re offline/);
    for (const person of everyone) {
      await expect(person.page.getByText('We sat in the canteen until finance came down.')).toHaveCount(1);
    }
  });

  await test.step('the server is killed in the middle of the turn, and comes back', async () => {
    await server.kill();
    await peer.say('Said while the server was gone.', 'Advice');
    await server.again();
    await rep.sees('Said while the server was gone.');
    await rep.sees('Write the one page that he would carry upstairs.');
    await host.here();
    for (const person of everyone) await person.reload();
    await expect(rep.page.getByText('Said while the server was gone.')).toHaveCount(1);
  });

  await test.step('commit: what comes too late is kept and sent late', async () => {
    await peer.write(LATE, 'Challenge');
    await host.press(/^Next: Commit/);
    await expect(peer.composer).toHaveValue(LATE);
    await peer.press('Send it late');
    await rep.commit('Change', 'Sit with Gareth and fill in the page.', daysFrom(9));
    await rep.reload();
    await host.sees('Sit with Gareth and fill in the page.');
    await host.press(/^End the turn/);
  });

  await test.step('the second turn is put off', async () => {
    await host.press(/Seat Devon|Seat next/);
    await host.sees('Do I call, or wait?');
    await host.press('More about this turn');
    await host.page.getByRole('menuitem', { name: /Put off/ }).click();
    await host.confirm(/put/i);
    await host.reload();
    await host.sees('Renewal went quiet');
  });

  await test.step('the closing round: the sealed question is released and answered', async () => {
    for (const person of [rep, peer]) await person.seesNo(WHY);
    await host.pressAndConfirm('Open the floor', 'Open the floor');
    await host.sees('The floor is open: every rep answers what is asked.');
    await host.pressAndConfirm(/^Release/, /release/i);
    for (const person of everyone) await person.sees(WHY);
    await rep.answer('Because Gareth stood up for me in a meeting.');
    await peer.answer('It was my first renewal.');
    await observer.sees('Because Gareth stood up for me in a meeting.');
    await observer.sees('It was my first renewal.');
    await rep.leaveTakeaway('Ask who signs.');
    await rep.reload();
    await rep.sees('Ask who signs.');
  });

  await test.step('end, undo, and end again', async () => {
    await host.pressAndConfirm('End session', 'End the session');
    await host.heading(/has ended/);
    await host.press('Undo the end');
    await expect(host.page.getByRole('button', { name: 'End session' }).first()).toBeVisible();
    await host.reload();
    await host.pressAndConfirm('End session', 'End the session');
    await host.heading(/has ended/);
  });

  await test.step('the recap: what was decided, helped and said, and nothing that is not for the room', async () => {
    await peer.recap();
    for (const text of [
      'The plant that loves us',
      'Sit with Gareth and fill in the page.',
      'Write the one page that he would carry upstairs.',
      LATE,
      WHY,
      'It was my first renewal.',
      'Ask who signs.',
      'Renewal went quiet',
    ]) {
      await peer.sees(text);
    }
    await peer.press(/Copy as/);
    const copied = await peer.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Sit with Gareth and fill in the page.');
    expect(copied).toContain(WHY);
    await peer.reload();
    await peer.sees('The plant that loves us');
  });

  await test.step('what was put off waits in next week’s session', async () => {
    await peer.goHome();
    await peer.sees('Session 2');
    await peer.sees('Renewal went quiet');
    await peer.page.reload();
    await peer.sees('Renewal went quiet');
  });

  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
