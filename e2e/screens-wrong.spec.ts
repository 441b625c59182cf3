import { expect, test } from './support/fixtures';
import { gather } from './support/gather';
import { heedWarnings, inspect } from './support/look';
import { RunningServer } from './support/server';
import { openPast } from './support/time';

test('what goes wrong is said, with a way on: no such page, offline, refused, and a database that is away', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const past = await openPast();
  const server = await RunningServer.start({ DATABASE_URL: past.databaseUrl });
  try {
    const { host, rep } = await gather(browser, server.url);
    heedWarnings(rep);
    await rep.hasBrought({ title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] });
    for (const person of [host, rep]) await person.enter();

    await test.step('a room that is not theirs is no room', async () => {
      const room = rep.page.url();
      await rep.page.goto(room.replace(/[0-9a-f]{12}\/live/, '000000000000/live'));
      await rep.heading('There is nothing for you here');
      await rep.page.goto(room);
      await rep.here();
    });

    await test.step('offline: what waits is said, and the words stand', async () => {
      await host.press('Start the session');
      await host.press(/Start the first turn|Seat Marisol/);
      await host.press(/^Next: Clarify/);
      await expect(host.page.getByText('Clarify', { exact: true }).first()).toBeVisible();
      await host.context.setOffline(true);
      await host.sees(/You’re offline/);
      await host.say('Who has said no so far?');
      await host.sees(/will be sent/);
      await inspect(host, 'offline, with what waits');
      await host.context.setOffline(false);
      await host.seesNo(/You’re offline/);
      await rep.sees('Who has said no so far?');
    });

    await test.step('the database is away: said plainly, with a way on', async () => {
      await past.close();
      await rep.page.goto(rep.labPath);
      await rep.heading('Something broke on our side');
      await expect(rep.page.getByRole('button', { name: 'Try again' })).toBeVisible();
      const wayOn = rep.page.getByRole('link', { name: 'Back to your lab' });
      await expect(wayOn.or(rep.page.getByRole('button', { name: 'Back to your lab' }))).toBeVisible();
      await inspect(rep, 'something broke');
    });
  } finally {
    for (const context of browser.contexts()) await context.close();
    await server.stop();
    await past.close();
  }
});
