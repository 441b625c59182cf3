import { expect, test } from './support/fixtures';
import type { Person } from './support/person';

const DEAL = { title: 'Renewal went quiet', ask: 'Wait?', answers: ['Yes', 'No', 'No', 'No', 'No'] } as const;

test('who wants it is called back by the browser: not who looks on, nor against its refusal', async ({ gathered }) => {
  const { host, rep, peer, observer } = await gathered.all();
  await peer.hasBrought({ ...DEAL, title: 'The plant' });
  await rep.hasBrought(DEAL);
  for (const person of [rep, peer]) await noting(person, 'granted');
  await noting(observer, 'denied');
  for (const person of [host, rep, peer, observer]) await person.enter();
  const switched = ({ page }: Person) => page.getByRole('switch', { name: /Call me back/ });
  for (const person of [rep, peer]) {
    await wanting(person);
    await expect(switched(person)).toBeChecked();
    await person.page.keyboard.press('Escape');
  }
  await wanting(observer);
  await observer.sees('This browser does not allow it.');
  await expect(switched(observer)).not.toBeChecked();
  await observer.page.keyboard.press('Escape');
  // Kept on this device.
  await rep.reload();
  for (const person of [rep, observer]) await looksElsewhere(person);

  await host.press('Start the session');
  await expect.poll(() => calls(rep)).toEqual(['The room is open in Thursday Lab']);
  await host.press(/Seat Devon/);
  await expect.poll(() => calls(rep)).toEqual(['The room is open in Thursday Lab', 'You’re next in Thursday Lab']);
  await peer.sees('Wait?');
  await observer.sees('Wait?');
  for (const person of [peer, observer]) expect(await calls(person)).toEqual([]);
});

/** Asks for the calls, in the room's sound and notifications. */
async function wanting({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: /^Sound/ }).click();
  await page.getByText('Call me back to the room').click();
}

/** Keeps what the browser is asked to show, as well as showing it; when asked for leave, it answers so: one without a screen grants none. */
async function noting({ page }: Person, answer: NotificationPermission): Promise<void> {
  await page.addInitScript((answer) => {
    const titles: string[] = [];
    const Real = window.Notification;
    window.Notification = class extends Real {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        titles.push(title);
      }
      static override requestPermission = () => Promise.resolve(answer);
    };
    Object.assign(window, { titles });
  }, answer);
}

function calls({ page }: Person): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { titles: string[] }).titles);
}

/** They go to another tab. A browser without a screen leaves the focus with every page: here it is taken away. */
async function looksElsewhere({ page }: Person): Promise<void> {
  await page.evaluate(() => {
    document.hasFocus = () => false;
  });
}
