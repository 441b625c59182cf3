import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';

// A trace would take a picture of every step: these tests take their own.
test.use({ trace: 'off' });

test('the screens of a session under way, at four sizes and in both themes', async ({ gathered }) => {
  test.setTimeout(400_000);
  const { host, rep, peer, observer, everyone } = await gathered.all();
  everyone.forEach(heedWarnings);
  const title = `${'A very long title that says what is stuck, to whom, and since when, '.repeat(2)}`.slice(0, 140);
  await rep.bring({ title, ask: 'What now? '.repeat(30), answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] });
  await peer.bring({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  for (const person of everyone) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await host.heading(/^A very long title/);
  await inspect(host, 'present, for the host');
  await host.press(/^Next: Clarify/);
  await peer.say('Who has said no so far, in person?');
  await rep.sees('Who has said no so far, in person?');
  await host.press(/^Open the vote/);
  await inspect(peer, 'clarify, with the blind vote');
  await inspect(rep, 'clarify, on the hot seat');
  await peer.vote(['Yes', 'Yes', 'Not sure', 'No', 'No']);
  await host.press(/^Reveal/);
  await observer.sees('Lowest open rung: 3');
  await inspect(observer, 'the reveal');
  await host.press(/^Start Coach/);
  await peer.say('Write the one page that he would carry upstairs. '.repeat(8), 'Advice');
  for (const person of [host, observer]) await person.sees(/^Write the one page/);
  await inspect(host, 'coach, for the host');
  await inspect(observer, 'coach, listening in');
  await host.press(/^Next: Commit/);
  await expect(rep.page.getByLabel(/^Next step/)).toBeVisible();
  await inspect(rep, 'commit, on the hot seat');
  await host.press(/^End the turn/);
  await host.confirm(/^End/);
  await host.heading('Devon Okafor');
  await inspect(host, 'between turns');
  await host.pressAndConfirm('Open the floor', 'Open the floor');
  for (const person of [host, rep]) await person.heading('The closing round');
  await inspect(host, 'the closing round, for the host');
  await inspect(rep, 'the closing round, for a rep');
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
