import { expect, test } from '@playwright/test';
import { axe, inspect } from './support/look';
import { LAPTOP } from './support/person';
import { RunningDemo } from './support/running-demo';

/** A4, upright. */
const PAPER = { width: 794, height: 1123 };

test('insights: drawings and tables, the list behind a figure, and observers only once a host shares them', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const demo = await RunningDemo.start();
  try {
    const host = await demo.come(browser, ({ role }) => role === 'host');
    const rep = await demo.come(browser, ({ name }) => name === 'Marisol Vega');
    const observer = await demo.come(browser, ({ role }) => role === 'observer');

    await rep.go('insights');
    await rep.heading(/^Deals stall at rung/);
    await inspect(rep, 'insights');
    const behind = rep.page.locator('section').filter({ has: rep.page.getByRole('heading', { name: /^Deals stall/ }) });
    await behind.locator('summary').click();
    await expect(behind.getByRole('link').first()).toHaveAttribute('href', /\/scenarios\//);
    await rep.page.getByRole('link', { name: 'Show as tables' }).click();
    await expect(rep.page).toHaveURL(/tables=1/);
    await expect(rep.page.getByRole('link', { name: 'Show as tables' })).toHaveCount(0);
    await expect(rep.page.getByRole('columnheader', { name: 'Lowest open rung' })).toBeVisible();
    await rep.page.getByRole('link', { name: 'Last 8 weeks' }).click();
    await expect(rep.page).toHaveURL(/range=weeks&tables=1/);
    await inspect(rep, 'insights as tables');

    // On paper: the figures with their words, and nothing to press.
    await rep.go('insights');
    await rep.page.setViewportSize(PAPER);
    await rep.page.emulateMedia({ media: 'print' });
    await expect(behind).toBeVisible();
    for (const what of ['Range', 'Lab']) await expect(rep.page.getByRole('navigation', { name: what })).toBeHidden();
    await expect(rep.page.getByRole('link', { name: 'Show as tables' })).toBeHidden();
    await expect(behind.locator('summary')).toBeHidden();
    const wide = await rep.page.evaluate(() =>
      [...document.querySelectorAll('.fig, .fig svg, .fig .bars, .fig table')]
        .filter(
          (one) => !one.closest('.sr') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
        )
        .map((one) => one.className.toString()),
    );
    expect(wide).toEqual([]);
    expect(await rep.page.evaluate(() => getComputedStyle(document.querySelector('.fig')!).breakInside)).toBe('avoid');
    await rep.page.emulateMedia({ media: 'screen' });
    await rep.page.setViewportSize(LAPTOP);

    // On a phone how many stand on a rung stays between the rails.
    for (const width of [390, 320]) {
      await rep.page.setViewportSize({ width, height: 844 });
      const through = await rep.page.evaluate(
        () =>
          [...document.querySelectorAll('.stall .rung')].filter((rung) => {
            const end = rung.querySelector('.ans')?.getBoundingClientRect().right ?? 0;
            return end > rung.getBoundingClientRect().right - 8;
          }).length,
      );
      expect(through, `rungs whose count runs through the rail at ${width} px`).toBe(0);
    }
    await rep.page.setViewportSize(LAPTOP);

    await observer.go('insights');
    await observer.heading('This lab keeps its insights to those who take part');
    expect(await axe(observer.page), 'insights that are not shared').toEqual([]);
    await observer.page.getByRole('main').getByRole('link', { name: 'Back to your lab' }).click();
    await expect(observer.page).toHaveURL(observer.labPath);
    await observer.go('insights');
    await host.go('insights');
    await host.page.getByRole('switch', { name: 'Observers may read this page' }).click();
    await host.sees('Saved.');
    await observer.page.reload();
    await observer.heading('Kinds of contribution');
    await observer.sees(/Nothing here is of fewer than five people/);
    await inspect(observer, 'insights of who listens in');
    for (const { name } of demo.ready.accounts.filter(({ role }) => role !== 'observer')) await observer.seesNo(name);
    await expect(observer.page.getByRole('link', { name: 'Free pilot, month seven' })).toHaveCount(0);
    expect(await observer.page.content()).not.toContain('Procurement by spreadsheet');
    // One's own is in one's own page alone, as it leaves the server.
    const asked = async ({ page, labPath }: typeof host) => (await page.request.get(`${labPath}/insights`)).text();
    expect(await asked(rep)).toContain('For you alone');
    for (const one of [host, observer]) expect(await asked(one)).not.toContain('For you alone');
    for (const { name, mishaps } of [host, rep, observer]) expect(mishaps, `${name}’s console`).toEqual([]);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await demo.remove();
  }
});
