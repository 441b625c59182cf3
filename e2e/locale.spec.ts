import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const DEAL = {
  title: 'Renewal at the dairy',
  ask: 'What now?',
  answers: ['Yes', 'Yes', 'No', 'No', 'No'],
  amount: { minor: 18_400_000, currency: 'EUR' },
  deadline: '2031-03-07',
} as const;

const VIEWERS = [
  {
    locale: 'en-GB',
    money: '€184k',
    deadline: 'Friday 7 March',
    today: /[a-z]day,? \d+ [A-Z][a-z]+ 20\d\d, \d\d?:\d\d/,
  },
  {
    locale: 'en-US',
    money: '€184k',
    deadline: 'Friday, March 7',
    today: /[a-z]day, [A-Z][a-z]+ \d+, 20\d\d, .+ [AP]M/,
  },
  {
    locale: 'de-DE',
    money: '184.000 €',
    deadline: 'Freitag, 7. März',
    today: /[a-z]+, \d+\. [A-Z]\S+ 20\d\d, \d\d?:\d\d/,
  },
];

/** A date that isn't English says so to a screen reader. */
async function inItsLanguage(viewer: Person, date: string, locale: string): Promise<void> {
  const lang = locale.startsWith('en') ? null : locale;
  expect(await viewer.page.locator('time', { hasText: date }).first().getAttribute('lang')).toBe(lang);
}

test('a viewer reads dates and money in one language, in the room and on every page', async ({ gathered }) => {
  const { host, rep } = await gathered.all();
  await rep.hasBrought(DEAL);
  await host.enter();
  const recap = new URL(host.page.url()).pathname.replace(/live$/, 'recap');
  await host.press('Start the session');
  await host.press(/Start the first turn|Seat Marisol/);
  const viewers = await Promise.all(
    VIEWERS.map(async (reads) => ({ ...reads, viewer: await gathered.open('peer', { locale: reads.locale }) })),
  );
  for (const { viewer, money, deadline, locale: reads } of viewers) {
    await viewer.enter();
    await viewer.sees(money);
    await viewer.sees(`due ${deadline}`);
    await inItsLanguage(viewer, deadline, reads);
  }
  await host.press('More about this turn');
  await host.page.getByRole('menuitem', { name: 'End the turn' }).click();
  await host.confirm('End the turn');
  await host.heading('Everyone has been heard');
  for (const { viewer, money, deadline, today, locale: reads } of viewers) {
    await viewer.page.goto(recap);
    await expect(viewer.page.locator('.when')).toHaveText(today);
    await viewer.page.getByRole('link', { name: DEAL.title }).click();
    await viewer.sees(money);
    await viewer.sees(deadline);
    await inItsLanguage(viewer, deadline, reads);
    expect(viewer.mishaps).toEqual([]);
  }
});
