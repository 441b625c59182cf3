import { expect, test } from '@playwright/test';
import { Crowd } from './support/crowd';
import { heedWarnings, inspect } from './support/look';

test('a room of forty, with thirty in the queue and two hundred contributions, at four sizes and in both themes', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const crowd = await Crowd.gather(browser, 38);
  try {
    await crowd.bring(30);
    const host = await crowd.open(crowd.lab.host, 'Ruth Adeyemi');
    heedWarnings(host);
    await host.sees(/Deal 30, which/);
    await expect(host.page.getByRole('button', { name: 'Who is here: 40' })).toBeVisible();
    await inspect(host, 'a crowded lobby');
    await crowd.coach(200);
    await host.heading(/^Deal 1, which/);
    await expect(host.page.locator('.stream .con').first()).toBeVisible();
    await inspect(host, 'a crowded room, for the host');
    const rep = await crowd.open(crowd.lab.reps[5]!, 'rep 6');
    heedWarnings(rep);
    await rep.heading(/^Deal 1, which/);
    await inspect(rep, 'a crowded room, for a rep');
    for (const { name, mishaps } of [host, rep]) expect(mishaps, `${name}’s console`).toEqual([]);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await crowd.leave();
  }
});

test('a host who is alone, in the lobby and in the room', async ({ browser }) => {
  test.setTimeout(180_000);
  const crowd = await Crowd.gather(browser, 0);
  try {
    const host = await crowd.open(crowd.lab.host, 'Ruth Adeyemi');
    heedWarnings(host);
    await host.heading(/\w/);
    await inspect(host, 'a lobby with one person');
    await crowd.does('host', 'session.start');
    await host.sees(/Nobody/);
    await inspect(host, 'a room with one person');
    expect(host.mishaps, 'the host’s console').toEqual([]);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await crowd.leave();
  }
});
