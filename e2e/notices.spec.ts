import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const DEAL = { title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] } as const;

test('who wants it is called back by the browser: when the room opens, and when they are next', async ({
  gathered,
}) => {
  const { host, rep, peer } = await gathered.all();
  await peer.bring({ ...DEAL, title: 'The plant' });
  await rep.bring(DEAL);
  await rep.context.grantPermissions(['notifications']);
  await noting(rep);
  for (const person of [host, rep]) await person.enter();
  await wanting(rep);
  await expect(rep.page.getByRole('switch', { name: /Call me back/ })).toBeChecked();
  await rep.page.keyboard.press('Escape');
  // Kept on this device.
  await rep.reload();
  await looksElsewhere(rep);

  await host.press('Start the session');
  await expect.poll(() => calls(rep)).toEqual(['The room is open in Thursday Lab']);
  await host.press(/Seat Devon/);
  await expect.poll(() => calls(rep)).toEqual(['The room is open in Thursday Lab', 'You’re next in Thursday Lab']);
});

test('who looks at the room is not called', async ({ gathered }) => {
  const { host, rep } = await gathered.all();
  await rep.bring(DEAL);
  await rep.context.grantPermissions(['notifications']);
  await noting(rep);
  for (const person of [host, rep]) await person.enter();
  await wanting(rep);
  await rep.page.keyboard.press('Escape');
  await host.press('Start the session');
  await rep.sees(/Next on the hot seat|You are next|has the hot seat/);
  expect(await calls(rep)).toEqual([]);
});

test('where the browser refuses, the switch stays off and says so', async ({ gathered }) => {
  const { host, rep } = await gathered.all();
  await rep.bring(DEAL);
  await noting(rep);
  for (const person of [host, rep]) await person.enter();
  await wanting(rep);
  await rep.sees('This browser does not allow it.');
  await expect(rep.page.getByRole('switch', { name: /Call me back/ })).not.toBeChecked();
  await rep.page.keyboard.press('Escape');
  await looksElsewhere(rep);
  await host.press('Start the session');
  await rep.sees(/Next on the hot seat|You are next|has the hot seat/);
  expect(await calls(rep)).toEqual([]);
});

/** Asks for the calls, in the room's sound and notifications. */
async function wanting({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Sound/ }).click();
  await page.getByText('Call me back to the room').click();
}

/** Keeps what the browser is asked to show, as well as showing it. */
async function noting({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const titles: string[] = [];
    const Real = window.Notification;
    window.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        titles.push(title);
      }
    };
    Object.assign(window, { titles });
  });
}

function calls({ page }: Person): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { titles: string[] }).titles);
}

/** They go to another tab. Playwright's pages all think that they have the focus, unless they are told otherwise. */
async function looksElsewhere({ page, context }: Person): Promise<void> {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const other = await context.newPage();
  await other.bringToFront();
  await expect.poll(() => page.evaluate(() => document.hasFocus())).toBe(false);
}
