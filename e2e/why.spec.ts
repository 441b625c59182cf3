import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';
import type { Person } from './support/person';

const QUESTION = 'Why should anyone else care about what I do or represent?';
const FIRST = 'Because downtime is expensive.';
const BETTER = 'Because a stopped line at two in the morning ends with somebody pouring milk away.';

async function openWhy({ page }: Person): Promise<void> {
  await page.goto('/me/why');
  await expect(page.getByRole('heading', { name: 'My why' })).toBeVisible();
}

const article = ({ page }: Person) => page.getByRole('article', { name: QUESTION });

test('a why is written, revisited, shared, seen on the hot seat by hosts and reps, and unshared at once', async ({
  gathered,
}) => {
  test.setTimeout(240_000);
  const { host, rep, peer, observer, everyone } = await gathered.all();
  everyone.forEach(heedWarnings);

  // Written: the draft outlives a reload; kept, it is there.
  await openWhy(rep);
  await article(rep).getByRole('textbox').fill(FIRST);
  await expect(article(rep).getByText('Draft kept on this device')).toBeVisible();
  await rep.page.reload();
  await expect(article(rep).getByRole('textbox')).toHaveValue(FIRST);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByRole('textbox')).toHaveCount(0);
  await expect(article(rep).getByText(FIRST)).toBeVisible();

  // Revisited on the same day it is the same answer, in better words.
  await article(rep)
    .getByRole('button', { name: /Revisit/ })
    .click();
  await article(rep).getByRole('textbox').fill(BETTER);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByText(BETTER)).toBeVisible();
  await expect(article(rep).getByText(/Written on/)).toBeVisible();

  // The growth log takes web links alone.
  await rep.page.getByRole('button', { name: /Last article/ }).click();
  const dialog = rep.page.getByRole('dialog');
  await dialog.getByLabel('In a line').fill('What finance hears when maintenance talks');
  await dialog.getByLabel('When').fill('2026-11-14');
  await dialog.getByLabel('Link').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByText('Give a link that begins with http:// or https://.')).toBeVisible();
  await dialog.getByLabel('Link').fill('https://example.org/finance');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rep.page.getByText('What finance hears when maintenance talks')).toBeVisible();
  await inspect(rep, 'my why');

  // Nobody else finds it anywhere while it is private.
  await rep.bring({ title: 'The plant that loves us', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  for (const one of [host, peer, observer]) await one.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  for (const one of [host, peer, observer]) {
    await one.heading('The plant that loves us');
    await one.seesNo(BETTER);
  }
  const turnIsOn = (one: Person) => one.page.getByRole('heading', { name: /^Why Marisol cares/ });

  // Shared: it stands beside its author, for host and peers, and never for who listens in.
  const toggle = article(rep).getByRole('switch', { name: /Share answer 6 with/ });
  await openWhy(rep);
  await toggle.check();
  await expect(article(rep).getByText(/Shared with/)).toBeVisible();
  for (const one of [host, peer]) {
    await expect(turnIsOn(one)).toBeVisible();
    await one.sees(BETTER);
    await one.seesNo(FIRST);
    await one.seesNo('What finance hears when maintenance talks');
  }
  await observer.seesNo(BETTER);
  const { pathname } = new URL(peer.page.url());
  const me = await peer.page.evaluate(async (path) => {
    const wanted = performance.getEntriesByType('resource').find(({ name }) => name.includes('/live/why?of='));
    return wanted ? new URL(wanted.name).search : path;
  }, pathname);
  expect(me).toContain('of=');
  const asked = await observer.page.request.get(`${pathname}/why${me}`);
  expect(await asked.json()).toEqual({ reflections: [], growth: [] });

  // Unshared: it is gone from every screen, without a reload.
  await toggle.uncheck();
  for (const one of [host, peer]) await expect(turnIsOn(one)).toHaveCount(0, { timeout: 4000 });
  const after = await peer.page.request.get(`${pathname}/why${me}`);
  expect(await after.json()).toEqual({ reflections: [], growth: [] });
  for (const { name, mishaps } of everyone) expect(mishaps, `${name}’s console`).toEqual([]);
});
