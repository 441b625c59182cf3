import { expect, test } from './support/fixtures';
import { heedWarnings, inspect, shiftOf } from './support/look';
import { drawnApart, inOwnColours, stands } from './support/own-colours';
import { PHONE } from './support/person';

test('the screens of a session under way, at four sizes and in both themes', async ({ gathered }) => {
  test.setTimeout(400_000);
  const { host, rep, peer, observer, everyone } = await gathered.all();
  everyone.forEach(heedWarnings);
  const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
  const title = `A very long title that says what is stuck, at the ${unbroken}`.slice(0, 140);
  await rep.hasBrought({ title, ask: 'What now? '.repeat(30), answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] });
  await peer.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
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
  await inOwnColours(observer, async () => {
    const key = observer.page.locator('.reveal .key');
    const [yes, unsure, no] = ['yes', 'unsure', 'no'].map((answer) => key.locator(`.tick.${answer}`));
    await drawnApart({ yes: yes!, unsure: unsure!, no: no! });
    expect(await stands(observer.page.locator('.reveal .ladder'), 'background-color', '::before'), 'rail').toBe(true);
  });
  await host.press(/^Start Coach/);
  await peer.say('Write the one page that he would carry upstairs. '.repeat(8), 'Advice');
  for (const person of [host, observer]) await person.sees(/^Write the one page/);
  await inspect(host, 'coach, for the host');
  await inOwnColours(host, async () => {
    const { page } = host;
    expect(await stands(page.locator('.room-deal .ladder'), 'background-color', '::after'), 'rail').toBe(true);
    expect(await stands(page.locator('.stone .done .slab b'), 'background-color'), 'a phase that is over').toBe(true);
    const kinds = page.locator('.compose .kinds label');
    for (const [which, chosen] of [
      [':has(:checked)', true],
      [':not(:has(:checked))', false],
    ] as const) {
      const kind = kinds.and(page.locator(which));
      expect(await stands(kind, 'border-bottom-color'), `kinds, chosen: ${chosen}`).toBe(chosen);
    }
    const more = page.getByRole('button', { name: /^More for Renewal/ });
    expect(await stands(more, 'border-bottom-color'), 'a box round a plain button').toBe(false);
  });
  await host.reload();
  await host.sees(/^Write the one page/);
  expect(await shiftOf(host), 'what moved while the room was loaded').toBeLessThan(0.05);
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
  await rep.press('Commit');
  await rep.page.getByRole('radio', { name: /^Pursue/ }).check({ force: true });
  await inOwnColours(rep, async () => {
    const cards = rep.page.locator('.cards label');
    const [chosen, other] = [':has(:checked)', ':not(:has(:checked))'].map((which) => rep.page.locator(which));
    await drawnApart({ chosen: cards.and(chosen!), other: cards.and(other!) });
  });
  await rep.page.getByLabel(/^Next step/).fill('Ask who signs.');
  await rep.page.getByLabel('By when').fill('2035-12-31');
  await rep.page.getByRole('button', { name: 'Commit', exact: true }).last().click();
  await rep.page.setViewportSize(PHONE);
  const made = rep.page.getByRole('region', { name: 'Your commitment' });
  await expect(made).toContainText(unbroken);
  expect(await made.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), 'runs over').toBe(0);
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
