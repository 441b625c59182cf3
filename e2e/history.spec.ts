import { expect, test } from '@playwright/test';
import { inspect } from './support/look';
import { PHONE, type Person } from './support/person';
import { RunningDemo } from './support/running-demo';

test('history: found in spite of a typo, narrowed by filters that the address keeps, and met again on submitting', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const demo = await RunningDemo.start();
  try {
    const rep = await demo.come(browser, ({ role }) => role === 'rep');
    const { page } = rep;

    await test.step('a word with a typo finds what was meant, and marks it', async () => {
      await page.goto(`${rep.labPath}/history`);
      await rep.heading('History');
      await inspect(rep, 'history');
      await page.getByRole('searchbox').fill('spredsheet');
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/q=spredsheet/);
      await rep.sees('Nothing is written as “spredsheet”. These are words close to it.');
      await expect(
        page
          .locator('mark')
          .filter({ hasText: /spreadsheet/i })
          .first(),
      ).toBeVisible();
      await inspect(rep, 'history, searched');
    });

    await test.step('filters narrow it, stand in the address, and come off', async () => {
      await page.getByRole('link', { name: 'Clear' }).click();
      await expect(page).toHaveURL(/\/history$/);
      const all = await countOf(rep);
      await page.getByRole('button', { name: /^Rung/ }).click();
      await page.getByRole('menuitem', { name: 'Rung 4' }).click();
      await expect(page).toHaveURL(/rung=4/);
      const some = await countOf(rep);
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      await page.getByRole('button', { name: /^Decision/ }).click();
      await page.getByRole('menuitem', { name: /Change/ }).click();
      await expect(page).toHaveURL(/rung=4.*decision=change/);
      const address = page.url();
      const titles = await page.locator('.hit h3').allInnerTexts();
      await page.goto('about:blank');
      await page.goto(address);
      expect(await page.locator('.hit h3').allInnerTexts()).toEqual(titles);
      await page.getByRole('link', { name: /^Take off Rung/ }).click();
      await expect(page).not.toHaveURL(/rung=/);
    });

    await test.step('the second page has other deals, and one beyond the end is the last', async () => {
      await page.goto(`${rep.labPath}/history`);
      const titles = () => page.locator('.hit h3').allInnerTexts();
      const first = await titles();
      await page.getByRole('link', { name: 'Older', exact: true }).click();
      await expect(page).toHaveURL(/page=2$/);
      await rep.sees(/^Page 2 of \d+$/);
      const second = await titles();
      expect(second.length).toBeGreaterThan(0);
      expect(second.filter((title) => first.includes(title))).toEqual([]);
      const last = /of (\d+)/.exec(await page.getByText(/^Page 2 of/).innerText())![1];
      await page.goto(`${rep.labPath}/history?page=900`);
      await rep.sees(`Page ${last} of ${last}`);
    });

    await test.step('nothing found says what would be', async () => {
      await page.goto(`${rep.labPath}/history?q=procurement+zeppelin`);
      await rep.sees('Nothing said about “procurement zeppelin”.');
      await page.getByRole('link', { name: /“procurement” alone/ }).click();
      await expect(page.locator('mark').first()).toBeVisible();
      await page.setViewportSize(PHONE);
      await page.getByRole('button', { name: 'Filters' }).click();
      await expect(page.getByRole('button', { name: /^Outcome/ })).toBeVisible();
    });

    await test.step('a deal opens, and one that is like it is shown while it is written', async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator('.hit h3 a').first().click();
      await expect(page).toHaveURL(/\/scenarios\//);
      await inspect(rep, 'a deal’s page, of history');
      await rep.go('bring');
      await page.getByLabel('Name the deal in one line').fill('Procurement wants a spreadsheet again');
      await page
        .getByLabel('The story')
        .fill('Procurement sent a spreadsheet with forty lines, and nobody else there will talk to us.');
      await rep.sees('Similar stuck deals');
      await expect(page.getByRole('link', { name: 'Procurement by spreadsheet' })).toBeVisible();
    });

    await test.step('the rung that is open brings back what helped there, in its author’s words', async () => {
      const again = page.getByRole('region', { name: 'Worth asking again' });
      await expect(again).toHaveCount(0);
      const answer = (rung: number, name: string) =>
        page
          .getByRole('group', { name: `Rung ${rung}:` })
          .getByRole('radio', { name, exact: true })
          .check();
      await answer(1, 'Yes');
      await answer(2, 'No');
      await expect(again).toContainText('Questions that helped deals with rung 2 open, in their authors’ words.');
      await expect(again).toContainText('You are selling to an empty chair. What would you do with those six hours?');
      await expect(again.getByRole('listitem').first()).toContainText(
        /, on .* · (a commitment used it|marked helpful)/,
      );
      await expect(again.getByRole('link').first()).toHaveAttribute('href', /\/scenarios\//);
      await answer(2, 'Yes');
      await expect(again).toHaveCount(0);
    });
    expect(rep.mishaps, `${rep.name}’s console`).toEqual([]);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await demo.remove();
  }
});

/** How many deals the page says that it found. */
async function countOf({ page }: Person): Promise<number> {
  const text = await page.locator('#found').innerText();
  return Number(/^(\d+) deal/.exec(text)?.[1]);
}
