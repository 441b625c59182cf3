import { expect, test } from './support/fixtures';
import { axe, unmarked } from './support/look';
import { LAPTOP, type Person } from './support/person';

const READ = ['Yes', 'No', 'No', 'No', 'No'] as const;

async function begun(gathered: { open: (part: 'host' | 'rep' | 'peer' | 'observer') => Promise<Person> }) {
  const [host, rep, peer, observer] = await Promise.all(
    (['host', 'rep', 'peer', 'observer'] as const).map((part) => gathered.open(part)),
  );
  for (const person of [rep!, peer!]) {
    for (const title of ['Renewal went quiet after their reorg', 'Three champions and no decision', 'Free pilot']) {
      await person.hasBrought({ title, ask: 'Wait?', answers: READ });
    }
  }
  for (const person of [host!, observer!]) await person.enter();
  await host!.press('Start the session');
  await host!.press(/Start the first turn|Seat Marisol/);
  await expect(host!.page.getByRole('timer')).toBeVisible();
  return { host: host!, observer: observer! };
}

test('a host sees three waiting deals beside a note and a sealed question', async ({ gathered }) => {
  test.setTimeout(180_000);
  const { host, observer } = await begun(gathered);
  await observer.page
    .getByLabel('Your one question, sealed')
    .fill('Why do you care so much about closing the one opportunity that each of you brought?');
  await observer.press('Hand it to the hosts');
  const heard = ({ page }: Person) => page.getByRole('log', { name: 'Announcements' });
  await expect(heard(host)).toContainText('A sealed question came from Ellen Marsh.');
  await host.page.getByText('Back channel').click();
  await host.page.getByLabel('A note to the hosts').fill('Devon next, he has to leave at a quarter to six.');
  await host.press('Send the note');
  await expect(host.page.getByRole('list', { name: 'Notes between hosts' })).toBeVisible();
  for (const more of ['Then Marisol.', 'And we end at six.', 'At the latest.']) {
    await host.page.getByLabel('A note to the hosts').fill(more);
    await host.press('Send the note');
    await host.sees(more);
  }
  await expect(host.page.getByText('Sealed, from Ellen Marsh'), 'it is not squeezed out').toBeInViewport({ ratio: 1 });
  await host.sees(/Ellen Marsh/);
  expect(await unmarked(host.page), 'folds without a mark').toEqual([]);
  const shown = await host.page.getByRole('region', { name: 'Queue' }).evaluate((queue) => {
    const box = queue.parentElement!.getBoundingClientRect();
    const inView = (row: Element) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top >= box.top && bottom <= box.bottom;
    };
    return [...queue.querySelectorAll('li')].filter(inView).length;
  });
  expect(shown).toBeGreaterThanOrEqual(3);
  await expect(host.page.getByRole('button', { name: 'Open the floor' })).toBeInViewport({ ratio: 1 });

  await test.step('where the queue is a tab, the tab says that a question waits', async () => {
    await host.page.setViewportSize({ width: 1024, height: 768 });
    await expect(host.page.getByRole('tab', { name: 'Queue 5 and a sealed question' })).toBeVisible();
    await host.page.setViewportSize(LAPTOP);
    expect(await heard(host).getByText('A sealed question came').count()).toBe(1);
    await expect(heard(observer)).not.toContainText('A sealed question');
  });

  await test.step('the question is read and released from there', async () => {
    await host.page.getByText('Sealed, from Ellen Marsh').click();
    await host.sees(/Why do you care so much/);
    await host.pressAndConfirm('Release it to the room', 'Release it');
    await host.seesNo('Sealed, from Ellen Marsh');
  });
});

test('a menu of the queue opens at the first press, however soon after the page', async ({ gathered }) => {
  const { host } = await begun(gathered);
  const { page } = host;
  let press: () => void;
  const pressed = new Promise<void>((resolve) => (press = resolve));
  // What makes the rows drag comes while the button is held.
  let dragging: string | undefined;
  await page.route('**/_next/static/**/*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('how-to-sort')) {
      dragging = route.request().url();
      await pressed;
    }
    await route.fulfill({ response });
  });
  await host.reload();
  const { x, y, width, height } = (await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await expect.poll(() => dragging).toBeDefined();
  await expect(page.locator('.grip').first(), 'a handle that moves nothing yet says so').toBeDisabled();
  const arrived = page.waitForResponse((response) => response.url() === dragging);
  press!();
  await (await arrived).finished();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn))));
  await page.mouse.up();
  await expect(page.getByRole('menu')).toBeVisible();
  expect(await axe(page), 'an open menu').toEqual([]);
  await page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect(page.getByRole('log', { name: 'Announcements' })).toContainText('is now at place 2 of 5.');
  await page.mouse.move(x + width / 2, y + height / 2);
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('aria-label', /^More for/);
  await page.mouse.move(700, 500);
  await page.mouse.move(x, y);
  await expect(page.locator('.grip[aria-roledescription]').first()).toBeEnabled();
  await expect(focused, 'the rows that drag have the focus where it was').toHaveAttribute('aria-label', /^More for/);

  await host.reload();
  await page
    .getByRole('button', { name: /^More for/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Seat now' })).toBeFocused();
});

/** Where the ring round what has the focus is cut off by what it scrolls in. */
function cutRing(): string | null {
  const focused = document.activeElement!;
  const style = getComputedStyle(focused);
  if (style.outlineStyle === 'none') return `no ring: ${focused.outerHTML.slice(0, 80)}`;
  const ring = Math.max(0, parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth));
  const { top, right, bottom, left } = focused.getBoundingClientRect();
  for (let box = focused.parentElement; box; box = box.parentElement) {
    if (getComputedStyle(box).overflowY === 'visible') continue;
    const edge = box.getBoundingClientRect();
    const past = [
      edge.left - (left - ring),
      right + ring - (edge.left + box.clientLeft + box.clientWidth),
      // What is higher than the place it scrolls in has its ring where it begins and ends.
      ...(bottom - top > edge.height ? [] : [edge.top - (top - ring), bottom + ring - edge.bottom]),
    ];
    if (past.some((by) => by > 0.5)) {
      const name = focused.getAttribute('aria-label') ?? focused.textContent;
      return `${name}: ${past.map((by) => Math.round(by)).join(', ')} past ${box.className.slice(0, 40)}`;
    }
  }
  return null;
}

test('no ring round the focus is cut off in a host’s queue, at four widths', async ({ gathered }) => {
  test.setTimeout(180_000);
  const { host } = await begun(gathered);
  const { page } = host;
  for (const width of [1440, 1280, 720, 390]) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await host.reload();
      if (width < 1240) await page.getByRole('tab', { name: /^Queue/ }).click();
      await page.getByRole('heading', { name: 'Queue' }).first().waitFor();
      const cut: string[] = [];
      let inQueue = 0;
      for (let step = 0; step < 90; step += 1) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => document.activeElement!.closest('.room-left') !== null);
        if (!here) continue;
        inQueue += 1;
        const found = await page.evaluate(cutRing);
        if (found && !cut.includes(found)) cut.push(found);
      }
      expect(inQueue).toBeGreaterThan(8);
      expect(cut).toEqual([]);
    });
  }
});
