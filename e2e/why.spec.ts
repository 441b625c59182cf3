import { expect, test } from './support/fixtures';
import { heedWarnings, inspect } from './support/look';
import type { Person } from './support/person';

const QUESTION = 'Why should anyone else care about what I do or represent?';
const FIRST = 'Because downtime is expensive.';
const BETTER = 'Because a stopped line at two in the morning ends with somebody pouring milk away.';
const ELSEWHERE = 'Because someone has to answer the telephone at night.';
const TODAY = 'Because they get their nights back.';
const LINE = 'What finance hears when maintenance talks';
const NEWER_LINE = 'How a dairy decides';

async function openWhy({ page }: Person): Promise<void> {
  await page.goto('/me/why');
  await expect(page.getByRole('heading', { name: 'My why' })).toBeVisible();
}

/** All that somebody who stands in the room can ask the server for, in one text; `deal` is the page of the one that is heard. */
async function everythingFor({ page, labPath }: Person, deal: string): Promise<string> {
  const session = new URL(page.url()).pathname.replace(/\/live$/, '');
  const pages = [
    '',
    '/members',
    '/history',
    '/history?q=milk',
    '/insights',
    '/schedule',
    '/bring',
    '/settings',
    '/settings/data',
  ];
  const addresses = [
    ...pages.map((path) => labPath + path),
    deal,
    ...['', '/live', '/recap', '/replay', '/replay/events?since=0'].map((path) => session + path),
    ...['/me', '/me/why', '/api/exports/me/json', `/api/exports/${labPath.slice(1)}/json`],
  ];
  const answers = await Promise.all(addresses.map((address) => page.request.get(address, { maxRetries: 2 })));
  expect(answers.filter((answer) => answer.ok()).length).toBeGreaterThan(12);
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
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
  // Without a network it stays on the screen, and says so.
  await rep.context.setOffline(true);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByText(/That did not reach us/)).toBeVisible();
  await expect(article(rep).getByRole('textbox')).toHaveValue(FIRST);
  await rep.context.setOffline(false);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByRole('textbox')).toHaveCount(0);
  await expect(article(rep).getByText(FIRST)).toBeVisible();
  await expect(rep.page.getByRole('log', { name: 'Announcements' })).toHaveText('Kept.');

  // Revisited on the same day, in better words, it is another answer; the keyboard stays where it was.
  const revisit = article(rep).getByRole('button', { name: /Revisit/ });
  await expect(revisit).toBeFocused();
  await rep.page.keyboard.press('Enter');
  await expect(article(rep).getByRole('textbox')).toBeFocused();
  await article(rep).getByRole('button', { name: 'Leave it as it was' }).press('Enter');
  await expect(revisit).toBeFocused();
  await rep.page.keyboard.press('Enter');
  await expect(article(rep).getByRole('textbox')).toBeFocused();
  await article(rep).getByRole('textbox').fill(BETTER);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByText(BETTER)).toBeVisible();
  await expect(article(rep).getByText(/Revisited once/)).toBeVisible();

  // Another tab keeps one meanwhile: both are on the screen, and each becomes an answer of its own, side by side.
  const tab = await rep.context.newPage();
  await tab.goto('/me/why');
  const there = tab.getByRole('article', { name: QUESTION });
  await there.getByRole('button', { name: /Revisit/ }).click();
  await revisit.click();
  await article(rep).getByRole('textbox').fill(TODAY);
  await there.getByRole('textbox').fill(ELSEWHERE);
  await there.getByRole('button', { name: 'Keep it' }).click();
  await expect(there.getByText(/Revisited twice/)).toBeVisible();
  await tab.close();
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await expect(article(rep).getByText('Not kept yet: it was answered elsewhere too.')).toBeVisible();
  await expect(article(rep).getByText(ELSEWHERE)).toBeVisible();
  await expect(article(rep).getByRole('textbox')).toHaveValue(TODAY);
  await rep.page.reload();
  await revisit.click();
  await expect(article(rep).getByRole('textbox'), 'what was not kept outlives a reload').toHaveValue(TODAY);
  await article(rep).getByRole('button', { name: 'Keep it' }).click();
  await article(rep).getByRole('button', { name: 'Keep mine as the newest' }).click();
  await expect(article(rep).getByText(/Revisited 3 times/)).toBeVisible();
  await expect(article(rep).getByText(ELSEWHERE)).toHaveCount(0);
  await article(rep).getByRole('button', { name: '3 earlier' }).click();
  const earlier = article(rep).getByRole('region', { name: `Earlier answers: ${QUESTION}` });
  for (const words of [FIRST, BETTER, ELSEWHERE]) await expect(earlier.getByText(words)).toBeVisible();
  await expect(earlier.getByText(TODAY)).toHaveCount(0);
  const [now, then] = await Promise.all([article(rep).getByText(TODAY), earlier].map((one) => one.boundingBox()));
  expect(then!.x).toBeGreaterThan(now!.x + now!.width);
  expect(then!.y).toBeLessThan(now!.y + now!.height);

  // What is typed for the growth log outlives a reload too; it takes web links alone.
  const dialog = rep.page.getByRole('dialog');
  const lastArticle = () => rep.page.getByRole('button', { name: /Last article/ }).click();
  await lastArticle();
  await dialog.getByLabel('In a line').fill(LINE);
  await rep.page.reload();
  await lastArticle();
  await expect(dialog.getByLabel('In a line')).toHaveValue(LINE);
  await dialog.getByLabel('When').fill('2026-11-14');
  await dialog.getByLabel('Link').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByText('Give a link that begins with http:// or https://.')).toBeVisible();
  await dialog.getByLabel('Link').fill('https://example.org/finance');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rep.page.getByText(LINE)).toBeVisible();

  // A newer line stands, and the earlier one can be read with its day and its link.
  await rep.page.getByRole('button', { name: /^Update.*Last article/ }).click();
  await dialog.getByLabel('In a line').fill(NEWER_LINE);
  await dialog.getByLabel('Link').fill('');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(rep.page.getByText(NEWER_LINE)).toBeVisible();
  await expect(rep.page.getByText(LINE)).toHaveCount(0);
  await rep.page.getByRole('button', { name: /^1 earlier.*Last article/ }).click();
  const lines = rep.page.getByRole('list', { name: /^Earlier lines: Last article/ });
  await expect(lines.getByText(LINE)).toBeVisible();
  await expect(lines.getByText('14 November 2026')).toBeVisible();
  await expect(lines.getByRole('link', { name: 'https://example.org/finance' })).toBeVisible();
  await inspect(rep, 'my why');

  // Nobody else finds it anywhere while it is private.
  await rep.bring({ title: 'The plant that loves us', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
  const home = await (await rep.page.request.get(rep.labPath)).text();
  const [deal = ''] = /\/labs\/[^/"\\]+\/scenarios\/[0-9a-f-]{36}/.exec(home) ?? [];
  expect(deal).not.toBe('');
  for (const one of [host, peer, observer]) await one.enter();
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  for (const one of [host, peer, observer]) {
    await one.heading('The plant that loves us');
    await one.seesNo(TODAY);
  }
  const theirs = [FIRST, BETTER, ELSEWHERE, TODAY, LINE, NEWER_LINE, 'example.org/finance', 'For you alone'];
  for (const one of [host, peer, observer]) {
    const all = await everythingFor(one, deal);
    expect(
      theirs.filter((words) => all.includes(words)),
      one.name,
    ).toEqual([]);
  }
  // The same asked by its owner has all of it.
  await rep.enter();
  const own = await everythingFor(rep, deal);
  expect(theirs.filter((words) => !own.includes(words))).toEqual([]);
  const turnIsOn = (one: Person) => one.page.getByRole('heading', { name: /^Why Marisol cares/ });

  // Shared: it stands beside its author, for host and peers, and never for who listens in.
  const toggle = article(rep).getByRole('switch', { name: /Share answer 6 with/ });
  await openWhy(rep);
  await toggle.check();
  await expect(article(rep).getByText(/Shared with/)).toBeVisible();
  for (const one of [host, peer]) {
    await expect(turnIsOn(one)).toBeVisible();
    await one.sees(TODAY);
    await one.seesNo(BETTER);
    await one.seesNo(NEWER_LINE);
  }
  await observer.seesNo(TODAY);
  const { pathname } = new URL(peer.page.url());
  const me = await peer.page.evaluate(async (path) => {
    const wanted = performance.getEntriesByType('resource').find(({ name }) => name.includes('/live/why?of='));
    return wanted ? new URL(wanted.name).search : path;
  }, pathname);
  expect(me).toContain('of=');
  const asked = await observer.page.request.get(`${pathname}/why${me}`);
  expect(await asked.json()).toEqual({ reflections: [], growth: [] });

  // What is not shared stays private beside what is, and who listens in gets neither.
  for (const one of [host, peer, observer]) {
    const all = await everythingFor(one, deal);
    expect(
      theirs.filter((words) => words !== TODAY && all.includes(words)),
      one.name,
    ).toEqual([]);
    if (one === observer) expect(all).not.toContain(TODAY);
  }

  // Unshared: it is gone from every screen, without a reload.
  await toggle.uncheck();
  for (const one of [host, peer]) await expect(turnIsOn(one)).toHaveCount(0, { timeout: 4000 });
  const after = await peer.page.request.get(`${pathname}/why${me}`);
  expect(await after.json()).toEqual({ reflections: [], growth: [] });
  for (const { name, mishaps } of everyone) expect(mishaps, `${name}’s console`).toEqual([]);
});
