import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { LAPTOP, PHONE, type Person } from './support/person';

/** Looks at what a person has on the screen, at both sizes and in both themes: axe, and nothing wider than the screen. */
async function inspect(person: Person, screen: string): Promise<void> {
  const { page } = person;
  for (const viewport of [LAPTOP, PHONE]) {
    await page.setViewportSize(viewport);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${screen} at ${viewport.width} px is wider than the screen`).toBeLessThanOrEqual(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found, `${screen} at ${viewport.width} px, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize(LAPTOP);
  await page.emulateMedia({ colorScheme: null });
}

test('every screen of a session: axe finds nothing, and nothing is wider than the screen', async ({
  browser,
  server,
  page,
}) => {
  test.setTimeout(400_000);
  await page.goto('/');
  await expect(page).toHaveURL(/first-run/);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const { invitations, host, rep, peer, observer, everyone } = await gather(browser, server.url);
  await page.goto('/sign-in');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.goto(new URL(invitations.rep).pathname);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const title = `${'A very long title that says what is stuck, to whom, and since when, '.repeat(2)}`.slice(0, 140);
  await rep.bring({ title, ask: 'What now? '.repeat(30), answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] });
  await peer.bring({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
  await inspect(rep, 'lab home');
  await rep.go('bring');
  await inspect(rep, 'bring a stuck deal');
  await host.go('members');
  await host.heading('Members');
  await inspect(host, 'members');

  for (const person of everyone) await person.enter();
  await inspect(host, 'the lobby, for a host');
  await inspect(peer, 'the lobby, for a rep');
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
  await host.pressAndConfirm('End session', 'End the session');
  await rep.heading(/has ended/);
  await inspect(rep, 'the end');
  await host.recap();
  await host.sees('Copy as Markdown');
  await inspect(host, 'the recap');
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});
