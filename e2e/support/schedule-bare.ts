import { expect, type Browser } from '@playwright/test';
import type { Person } from './person';
import { daysFrom } from './time';

/**
 * Without scripts a host moves a session and skips another, takes a change back and makes links; their lab meets on Tuesdays at
 * 18:30 in London, and a session of it is under way.
 */
export async function runsBare(browser: Browser, url: string, host: Person): Promise<void> {
  const storageState = await host.context.storageState();
  const bare = await (await browser.newContext({ javaScriptEnabled: false, storageState })).newPage();
  const open = (part: string) => bare.goto(`${url}${host.labPath}/${part}`);
  const asked = bare.locator('section').filter({ has: bare.getByRole('link', { name: 'Close' }) });
  const confirm = async (opens: string, name: string) => {
    await bare.getByRole('button', { name: opens }).first().click();
    await asked.getByRole('button', { name }).click();
  };
  await open('schedule');
  await bare.getByRole('button', { name: 'Move it' }).first().click();
  await asked.getByLabel('Time', { exact: true }).fill('20:15');
  await asked.getByRole('button', { name: 'Move the session' }).click();
  await expect(asked.getByText(/^Saved\. /)).toBeVisible();
  await asked.getByLabel('Time', { exact: true }).fill('');
  await asked.getByRole('button', { name: 'Move the session' }).click();
  await expect(asked.getByLabel('Time', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  const toCome = bare.getByRole('region', { name: 'To come' }).getByRole('listitem');
  await expect(toCome.filter({ hasText: '20:15' })).toHaveCount(1);
  await open('schedule');
  const skipped = toCome.filter({ has: bare.getByRole('button', { name: 'Skip it' }) }).first();
  const when = await skipped.getByRole('link').first().innerText();
  await confirm('Skip it', 'Skip the day');
  await expect(toCome.filter({ hasText: when })).toHaveCount(0);
  const says = async (words: string) => {
    await expect(bare.getByRole('status').filter({ hasText: words })).toBeVisible();
    expect(new URL(bare.url()).searchParams.has('form')).toBe(false);
  };
  await says('Skipped. Everyone’s calendar follows.');

  await open('settings');
  await bare.getByLabel('Holds from').fill(daysFrom(30));
  await bare.getByRole('radiogroup', { name: 'Every' }).getByText('2 weeks').click();
  await bare.getByRole('button', { name: 'Save the schedule' }).click();
  await open('schedule');
  const later = bare.getByRole('listitem').filter({ hasText: 'every second Tuesday at 18:30 in London' });
  await expect(later).toHaveCount(1);
  await later.getByRole('button', { name: /^Take it back/ }).click();
  await asked.getByRole('button', { name: 'Take the change back' }).click();
  await expect(later).toHaveCount(0);
  await says('Taken back. Everyone’s calendar follows.');

  await open('members');
  for (const [opens, leadsTo] of [
    ['New guest link', /\/guest\//],
    ['New invitation link', /\/invite\//],
  ] as const) {
    await confirm(opens, 'Make the link');
    await expect(asked.getByLabel('Copy it now: it is not shown again')).toHaveValue(leadsTo);
  }

  // Its session is under way: it is asked for, and refused in a sentence.
  await open('settings');
  await bare.getByRole('button', { name: 'Archive Thursday Lab' }).click();
  const last = asked.last();
  await last.getByRole('button', { name: 'Archive Thursday Lab' }).click();
  await expect(last.getByText('A session is under way.')).toBeVisible();
  await bare.context().close();
}
