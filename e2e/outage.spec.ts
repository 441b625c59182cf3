import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const DEAL = { title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] } as const;
const PARTS = '**/_next/static/chunks/**';

test('a room that has been open for a moment goes from screen to screen without fetching anything', async ({
  gathered,
}) => {
  test.setTimeout(300_000);
  const { host, rep, peer } = await gathered.all();
  await rep.hasBrought(DEAL);
  const everyone = [host, rep, peer];
  for (const person of everyone) {
    await person.enter();
    await person.hasAllParts();
    await withoutParts(person);
  }
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  for (const person of everyone) await person.sees('Wait?');
  await host.press(/^Next: Clarify/);
  await host.press(/^Open the vote/);
  await peer.vote(['Yes', 'Yes', 'Not sure', 'No', 'No']);
  await host.press(/^Reveal/);
  for (const person of everyone) await person.sees('Lowest open rung: 2');
  await host.press(/^Start Coach/);
  await host.press(/^Next: Commit/);
  await expect(rep.page.getByLabel(/^Next step/)).toBeVisible();
  await host.press('More about this turn');
  await host.page.keyboard.press('Escape');
  await host.pressAndConfirm(/^End the turn/, /^End/);
  await host.press('Open the floor');
  for (const person of everyone) await person.heading('The closing round');
  for (const person of everyone) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});

test('a screen that could not be fetched waits for the server, and opens when it is back', async ({ gathered }) => {
  test.setTimeout(300_000);
  const { host, rep } = await gathered.all();
  await rep.hasBrought(DEAL);
  // Nothing is fetched ahead, as on a device that never comes to rest.
  await rep.page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  for (const person of [host, rep]) await person.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  await rep.sees('Wait?');
  await host.press('More about this turn');
  await host.page.getByRole('menuitem', { name: 'End the turn' }).click();
  await host.confirm('End the turn');
  await rep.heading('Everyone has been heard');
  const asked = await withoutParts(rep);
  await host.press('Open the floor');
  await expect(rep.page.getByText('Fetching this part of the room')).toBeAttached();
  await expect(rep.page.getByRole('heading', { level: 1 })).toHaveCount(1);
  // The loader's own second try, and ours after it.
  await expect.poll(() => asked.length).toBeGreaterThan(3);
  await rep.page.unroute(PARTS);
  await expect(rep.page.getByText('Fetching this part of the room')).toBeHidden();
  await rep.heading('The closing round');
  expect(rep.mishaps).toEqual([]);
});

/** From now on this person's browser gets no more scripts; gives what it asked for. */
async function withoutParts({ page }: Person): Promise<string[]> {
  const asked: string[] = [];
  await page.route(PARTS, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  return asked;
}
