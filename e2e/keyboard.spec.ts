import { expect, test } from './support/fixtures';
import { holdIdle } from './support/held';
import { Keyboard } from './support/keyboard';
import type { Person } from './support/person';

const ASKED = 'Who has said no so far, in person?';
const REPLY = 'Nobody. The form comes back unsigned.';
const ADVICE = 'Write the one page that he would never be ashamed to carry upstairs, next week.';
const REGRETTED = 'Drop the price, because everybody does.';
const SEALED = 'Why do you care so much about this one?';

test('a whole hot seat by keyboard alone, from the lobby to the recap, with reloads', async ({ gathered }) => {
  test.setTimeout(300_000);
  const people = await gathered.all();
  await people.rep.bring({
    title: 'The plant that loves us',
    ask: 'How do I reach the CFO?',
    answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'],
  });
  await people.peer.bring({
    title: 'Renewal went quiet',
    ask: 'Do I call, or wait?',
    answers: ['Yes', 'No', 'No', 'No', 'No'],
  });
  for (const person of people.everyone) await person.enter();
  const [host, rep, peer, observer] = people.everyone.map((person) => new Keyboard(person)) as [
    Keyboard,
    Keyboard,
    Keyboard,
    Keyboard,
  ];
  const letIdle = await holdIdle(people.host);
  await people.host.reload();
  const phase = (name: string) => people.host.page.getByText(name, { exact: true }).filter({ visible: true }).first();

  await test.step('what is in focus as dragging comes is not taken away', async () => {
    const grip = people.host.page.getByRole('button', { name: /^Move The plant that loves us, place/ });
    await grip.focus();
    const [before] = await grip.elementHandles();
    await letIdle();
    await expect(grip).toHaveAccessibleDescription(/^Space lifts it/);
    await expect(grip).toBeFocused();
    expect(await grip.evaluate((after, known) => after === known, before)).toBe(true);
  });

  await test.step('the list of keys is each role’s own', async () => {
    await host.press('?');
    const list = people.host.page.getByRole('dialog', { name: 'Keyboard' });
    await expect(list.getByRole('heading', { name: 'The turn' })).toBeVisible();
    await expect(list.getByText('Open the ladder vote, then reveal')).toBeVisible();
    await host.press('n', 's', 'e');
    await host.press('Escape');
    await expect(list).toBeHidden();
    await observer.press('?');
    const theirs = people.observer.page.getByRole('dialog', { name: 'Keyboard' });
    await expect(theirs.getByText('Who is here')).toBeVisible();
    await expect(theirs.getByText('Open the ladder vote, then reveal')).toBeHidden();
    await observer.press('Escape');
    await observer.say('c', SEALED);
    await people.observer.sees('Sealed, with the hosts');
  });

  await test.step('the order, moved by the arrow keys', async () => {
    const first = people.rep.page
      .getByRole('region', { name: /order$/ })
      .getByRole('listitem')
      .first();
    await expect(first).toContainText('The plant that loves us');
    await host.press('q');
    await host.to(people.host.page.getByRole('button', { name: /^Move The plant that loves us, place/ }));
    const isOver = (place: number) => people.host.page.getByText(`Over place ${place} of 2.`);
    // Lifted, it is measured first: whoever is quicker presses the arrow again, and can't go past the end.
    const moves = (arrow: string, place: number) =>
      expect(async () => {
        await host.press(arrow);
        await expect(isOver(place)).toBeAttached({ timeout: 1000 });
      }).toPass();
    const lifted = (place: number) =>
      expect(people.host.page.getByText(`The plant that loves us is lifted, from place ${place} of 2.`)).toBeAttached();
    await expect(people.host.page.locator(':focus')).toHaveAccessibleDescription(/^Space lifts it/);
    await host.press('Space');
    await lifted(1);
    await moves('ArrowDown', 2);
    await host.press('Space');
    await expect(first).toContainText('Renewal went quiet');
    await host.holdsFocus();
    await host.press('Space');
    await lifted(2);
    await moves('ArrowUp', 1);
    await host.press('Space');
    await expect(first).toContainText('The plant that loves us');
  });

  await test.step('start, seat, and a draft that stays', async () => {
    await host.press('s');
    await people.rep.sees(/Next on the hot seat/);
    await host.holdsFocus();
    await host.press('s');
    await people.peer.sees('How do I reach the CFO?');
    await host.holdsFocus();
    await peer.write('c', ASKED);
    await people.peer.reload();
    await expect(people.peer.composer).toHaveValue(ASKED);
    await expect(phase('Present')).toBeVisible();
  });

  await test.step('clarify: a question, its answer, the blind vote', async () => {
    await host.press('n');
    await people.peer.sees(/Questions only/);
    await expect(async () => {
      await rep.press('c');
      await expect(people.rep.page.getByRole('log', { name: 'Announcements' })).toContainText(
        'There is nothing to answer now.',
        { timeout: 500 },
      );
    }).toPass({ timeout: 10_000 });
    await peer.press('c', 'Control+Enter');
    await people.rep.sees(ASKED);
    const answer = people.rep.page.getByLabel('Your answer');
    for (const begun of ['', 'No']) {
      const letRest = await holdIdle(people.rep);
      await people.rep.reload();
      // Before what acts on it is there.
      await rep.press('c');
      await letRest();
      await expect(answer).toBeFocused();
      await expect(answer).toHaveValue(begun);
      await people.rep.page.keyboard.type('No');
    }
    await rep.press('Escape');
    await rep.goToWords(ASKED);
    await rep.press('a', 'Control+a', 'Delete', 'Escape');
    await rep.press('a', 'Escape');
    await rep.say('c', REPLY);
    await people.peer.sees(REPLY);
    await rep.holdsFocus();
    await host.press('r');
    await expect(people.peer.page.getByRole('region', { name: 'Your blind read' })).toBeVisible();
    await peer.press('Escape', 'v');
    const heard = await statuses(people.peer);
    for (let rung = 1; rung < 5; rung += 1) await peer.press('Space', 'Tab');
    await peer.press('Control+Enter');
    await expect(people.peer.page.getByRole('log', { name: 'Announcements' })).toContainText(
      'Answer all five: 1 to go.',
    );
    await peer.press('Space', 'Control+Enter');
    await people.peer.sees('Your read is in.');
    expect(await heard(), 'what goes out at once is not called waiting').not.toContain('Waiting to be sent.');
    await people.host.sees('1 of 1 reads are in');
  });

  await test.step('the reveal, and on from its stage', async () => {
    await host.press('r');
    for (const person of people.everyone) await person.sees('Lowest open rung: 4');
    for (const one of [host, rep, peer]) await one.holdsFocus();
    const stage = people.host.page.getByRole('heading', { name: 'Where the reads part' });
    await host.press('Escape');
    await expect(stage).toBeHidden();
    const large = people.host.page.getByRole('button', { name: /^Large/ });
    await large.focus();
    await host.press('Enter');
    await expect(stage).toBeFocused();
    await host.press('Escape');
    await expect(large).toBeFocused();
    await host.press('l');
    await expect(stage).toBeVisible();
    await host.press('l');
    await expect(stage).toBeHidden();
    await host.press('l');
    await expect(stage).toBeVisible();
    await host.press('Escape');
    await expect(stage).toBeHidden();
    // A mouse lies where it was left, and what opens comes under it.
    await people.host.page.mouse.move(720, 450);
    await host.press('s');
    const asked = people.host.page.getByRole('dialog', { name: /and seat Devon Okafor/ });
    await expect(asked.locator(':focus')).toBeVisible();
    await host.press('Escape');
    await expect(asked).toBeHidden();
    await host.press('l');
    await expect(stage).toBeVisible();
    await people.host.reload();
    await host.press('n');
    await people.peer.sees(/listens, then marks what helps/);
  });

  await test.step('coach: what is typed is no command; marks, pins, second thoughts', async () => {
    await peer.press('Alt+2');
    await peer.say('c', ADVICE);
    await people.rep.sees(ADVICE);
    await expect(phase('Coach')).toBeVisible();
    await rep.goToWords(ADVICE);
    await rep.press('h');
    await people.peer.sees('Marisol marked this helpful');
    await host.goToWords(ADVICE);
    await host.press('p');
    await expect(people.peer.page.getByRole('img', { name: 'Pinned' })).toBeVisible();
    await peer.say('c', REGRETTED);
    await people.host.sees(REGRETTED);
    await peer.press('Escape');
    await peer.holdsFocus();
    await peer.goToWords(REGRETTED);
    await peer.press('x');
    await peer.confirm('Withdraw your words?');
    await people.host.sees('Withdrawn by its author.');
    await expect(people.peer.page.locator('[data-con]:focus, [data-con] :focus')).toHaveCount(1);
    await host.press('Space');
    await people.rep.sees(/Paused/);
    await host.press('Space');
    await people.rep.seesNo(/Paused/);
    await host.press('+');
  });

  await test.step('commit', async () => {
    await host.press('n');
    await people.rep.sees(/what will you do about/);
    await rep.holdsFocus();
    await rep.to(people.rep.page.getByRole('radio').first());
    await rep.press('Space');
    await rep.write('c', 'Sit with Gareth and fill in the page.');
    await rep.press('Tab');
    await people.rep.page.keyboard.type('12312035');
    const heard = await statuses(people.rep);
    await rep.to(people.rep.page.getByRole('checkbox').first());
    await rep.press('Space', 'Control+Enter');
    await people.rep.sees('The room has it.');
    expect(await heard(), 'what goes out at once is not called waiting').not.toContain('it goes out when');
    await rep.holdsFocus();
    await people.host.sees('Sit with Gareth and fill in the page.');
    await rep.to(people.rep.page.getByRole('button', { name: 'Change it' }));
    await rep.press('Enter');
    await rep.say('c', ' By Monday.');
    await people.rep.sees('The room has it.');
    await expect(people.host.page.getByRole('log', { name: 'Announcements' })).toContainText(
      'Marisol Vega has changed the commitment.',
    );
    await host.press('n');
    await people.host.sees('Next on the hot seat');
    await host.holdsFocus();
  });

  await test.step('the second deal is put off, the floor opens, the sealed question is released', async () => {
    await host.press('s');
    await expect(people.host.page.getByRole('timer')).toBeVisible();
    await host.press('d');
    await host.confirm('Put this deal off?');
    await people.peer.sees('Next on the hot seat');
    await host.press('o');
    await host.confirm('Go to the closing round?');
    await people.peer.sees(/Closing round/);
    await expect(people.host.page.getByRole('button', { name: 'Release it to the room' })).toBeVisible();
    await host.press('u');
    await host.confirm(/Release Ellen/);
    await people.rep.sees(SEALED);
    await rep.say('c', 'Because Gareth stood up for me.');
    await people.host.sees('Because Gareth stood up for me.');
    await rep.say('t', 'Ask who signs.');
    await people.host.sees('Ask who signs.');
  });

  await test.step('end, undo, end again, and the recap', async () => {
    await host.press('e');
    await host.confirm('End the session?');
    await people.host.heading(/has ended/);
    await host.holdsFocus();
    await host.press('z');
    await people.host.sees('Next on the hot seat');
    await host.press('e');
    await host.confirm('End the session?');
    await people.host.heading(/has ended/);
    await host.to(people.host.page.getByRole('link', { name: 'Read the recap' }));
    await host.press('Enter');
    await expect(people.host.page).toHaveURL(/recap$/);
    await people.host.sees(ADVICE);
  });

  for (const person of people.everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});

/** Begins to note what states on the screen say; gives all of it when asked. */
async function statuses({ page }: Person): Promise<() => Promise<string>> {
  const said = await page.evaluateHandle(() => {
    const lines: string[] = [];
    const read = () => document.querySelectorAll('[role=status]').forEach((one) => lines.push(one.textContent));
    new MutationObserver(read).observe(document.body, { childList: true, subtree: true, characterData: true });
    return lines;
  });
  return () => said.evaluate((lines) => lines.join('\n'));
}

test('with single keys switched off, Alt and Ctrl Enter act alone', async ({ gathered }) => {
  const people = await gathered.all();
  await people.host.enter();
  const host = new Keyboard(people.host);
  await host.press('?');
  const dialog = people.host.page.getByRole('dialog', { name: 'Keyboard' });
  await host.to(dialog.getByRole('switch', { name: /Single keys/ }));
  await host.press('Space', 'Escape');
  await expect(dialog).toBeHidden();
  await host.press('s', '?');
  await people.host.reload();
  await host.press('s', '?');
  await expect(dialog).toBeHidden();
  await expect(people.host.page.getByRole('button', { name: 'Start the session' })).toBeVisible();
});
