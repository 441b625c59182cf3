import { expect, test } from './support/fixtures';
import { axe } from './support/look';
import { PHONE } from './support/person';
import { Touch } from './support/touch';

const ADVICE = 'Write the one page that he would carry upstairs.';
const STEP = 'Sit with Gareth and fill in the page. '.repeat(12).trim();

test('on a phone, by touch alone: coaching, then the hot seat, with reloads', async ({ gathered }) => {
  test.setTimeout(240_000);
  const host = await gathered.open('host');
  const onPhone = async (part: 'rep' | 'peer') => {
    const person = await gathered.open(part, { viewport: PHONE, hasTouch: true, isMobile: true });
    await person.bring({
      title: `${person.name}’s deal`,
      ask: 'What now?',
      answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'],
    });
    return person;
  };
  const rep = await onPhone('rep');
  const peer = await onPhone('peer');
  const [sits, coaches] = [new Touch(rep), new Touch(peer)];
  for (const person of [host, rep, peer]) await person.enter();
  await coaches.fits('the lobby');

  await test.step('one coaches with a thumb', async () => {
    await host.press('Start the session');
    await host.press(/Seat Marisol/);
    await peer.sees('Marisol Vega’s deal');
    await coaches.fits('present');
    await host.press(/^Next: Clarify/);
    await coaches.open(/^Questions/);
    await coaches.say('Who has said no so far?');
    await coaches.fits('clarify, the questions');
    await coaches.tap('The session');
    await peer.page.getByRole('menuitem', { name: 'Sound' }).tap();
    await peer.page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap();
    await expect(peer.page.getByRole('dialog')).toHaveCount(0);
    await expect(peer.page.getByRole('button', { name: 'The session' })).toBeFocused();
    await sits.open(/^Questions/);
    await rep.sees('Who has said no so far?');
    await sits.tap('Answer');
    await sits.write(rep.page.getByLabel('Your answer'), 'Nobody. The form comes back unsigned.');
    await sits.fits('clarify, answering');
    await sits.tap('Send the answer');
    await peer.sees('Nobody. The form comes back unsigned.');
  });

  await test.step('a blind read, kept over a reload', async () => {
    await host.press(/^Open the vote/);
    await coaches.open(/Give your read/);
    const read = peer.page.getByRole('region', { name: 'Your blind read' });
    for (const [rung, answer] of ['Yes', 'Yes', 'Not sure', 'No', 'No'].entries()) {
      await coaches.choose(new RegExp(`^${answer}$`), read.getByRole('group', { name: `Rung ${rung + 1}` }));
    }
    await coaches.fits('the blind read');
    await coaches.tap('Give my read');
    await peer.sees('Your read is in.');
    await peer.reload();
    await coaches.open(/Ladder/);
    await peer.sees('Your read is in.');
    await host.press(/^Reveal/);
    for (const person of [rep, peer]) await person.sees('Lowest open rung: 3');
    await coaches.fits('the reveal');
  });

  await test.step('coach: said, marked, edited and withdrawn by touch', async () => {
    await host.press(/^Start Coach/);
    await coaches.open(/^Coaching/);
    await coaches.say(ADVICE, 'Advice');
    await coaches.say('Drop the price.', 'Challenge');
    await sits.open(/^Coaching/);
    await rep.sees(ADVICE);
    await rep.page.getByRole('listitem').filter({ hasText: ADVICE }).getByRole('button', { name: 'Helpful' }).tap();
    await peer.sees('Marisol marked this helpful');
    await sits.fits('coach, on the hot seat');
    await peer.page
      .getByRole('listitem')
      .filter({ hasText: 'Drop the price.' })
      .getByRole('button', { name: /^More for/ })
      .tap();
    await coaches.fits('the menu of one’s words');
    await peer.page.getByRole('menuitem', { name: 'Withdraw' }).tap();
    await coaches.fits('withdrawing');
    await coaches.tap('Withdraw them');
    await rep.seesNo('Drop the price.');
    await coaches.fits('coach');
  });

  await test.step('commit: half written, reloaded, and made', async () => {
    await host.press(/^Next: Commit/);
    await rep.sees(/what will you do about/);
    await sits.choose(/^Change/);
    await sits.write(rep.page.getByLabel(/^Next step/), STEP);
    await rep.reload();
    await expect(rep.page.getByLabel(/^Next step/)).toHaveValue(STEP);
    await sits.fits('commit');
    await rep.page.getByLabel('By when').fill('2035-12-31');
    await sits.tap(/^Commit/);
    await rep.sees('The room has it.');
    const made = rep.page.getByRole('region', { name: 'The commitment' });
    await expect(made, 'what was committed to stands in view').toBeInViewport({ ratio: 0.9 });
    await sits.tap('Change it');
    const step = rep.page.getByLabel(/^Next step/);
    await expect(step).toBeFocused();
    await expect(step, 'and so does what it is changed in').toBeInViewport({ ratio: 0.9 });
    await sits.tap(/^Commit/);
    await expect(made).toBeInViewport({ ratio: 0.9 });
    await peer.sees(STEP);
    expect(await axe(peer.page), 'what was decided, over the coaching').toEqual([]);
  });

  await test.step('the closing round', async () => {
    await host.press(/^End the turn/);
    await host.sees('Next on the hot seat');
    await host.pressAndConfirm('Open the floor', 'Open the floor');
    await host.page.getByLabel('Ask everyone').fill('Why do you care?');
    await host.press('Ask');
    await sits.write(rep.page.getByLabel('Your answer'), 'Because Gareth stood up for me.');
    await sits.tap('Answer');
    await peer.sees('Because Gareth stood up for me.');
    await sits.fits('the closing round');
  });

  for (const person of [host, rep, peer]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
