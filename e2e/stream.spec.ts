import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { unmarked } from './support/look';
import { LAPTOP, PHONE } from './support/person';

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

test('who reads further up stays there, and is told how much is new', async ({ gathered }) => {
  const { host, rep, peer } = await gathered.all();
  await rep.hasBrought({ title: 'The plant', ask: 'What now?', answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] });
  for (const person of [host, rep, peer]) await person.enter();
  await host.press('Start the session');
  await host.press(/Seat Marisol/);
  await host.press(/^Next: Clarify/);
  await host.press(/^Next: Coach/);
  await peer.sees(/listens, then marks what helps/);
  const long = 'Write the one page that he would carry upstairs. '.repeat(12);
  for (const nth of [1, 2, 3, 4, 5]) await peer.say(`${nth}. ${long}`, 'Advice');
  await host.sees(/^5\. Write/);
  const stream = host.page.getByRole('group', { name: 'Coaching' });
  await stream.evaluate((list) => list.scrollTo({ top: 40 }));
  await expect.poll(() => stream.evaluate((list) => list.scrollTop)).toBe(40);
  for (const nth of [6, 7, 8]) await peer.say(`${nth}. ${long}`, 'Advice');
  const news = host.page.getByRole('button', { name: '3 new' });
  await expect(news).toBeVisible();
  expect(await stream.evaluate((list) => list.scrollTop)).toBe(40);
  await news.click();
  await expect(stream.getByText(/^6\. Write/)).toBeInViewport();
  await expect(stream.locator('[data-con]:focus'), 'one reads on where the new ones begin').toContainText('6. Write');
  await expect(host.page.getByRole('button', { name: '2 new' })).toBeVisible();
  await stream.evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(host.page.getByRole('button', { name: /new$/ })).toBeHidden();

  await host.press(/^Next: Commit/);
  await peer.write('Now?');
  await peer.composer.press('Control+Enter');
  await expect(peer.page.getByRole('log', { name: 'Announcements' })).toContainText('The room is quiet while');
  await expect(peer.composer).toHaveAccessibleDescription(/The room is quiet while/);
  const streamOf = ({ page }: typeof peer) => page.getByRole('group', { name: 'Coaching' });
  const late = (person: typeof peer) => streamOf(person).locator('summary');
  await peer.page.setViewportSize(PHONE);
  await peer.page.getByRole('tab', { name: /^Coaching/ }).click();
  for (const nth of [9, 10, 11]) {
    await peer.write(`${nth}. ${long}`);
    await peer.press('Send it late');
    await expect(late(peer)).toContainText(/^\d+ late/);
    const own = streamOf(peer)
      .locator('details [data-con]')
      .filter({ hasText: `${nth}. Write` });
    await expect(own, 'who sends late sees it where it stands').toBeInViewport({ ratio: 0.5 });
    await twoFrames(peer.page);
    await expect(own, 'and goes on seeing it').toBeInViewport({ ratio: 0.5 });
    await expect(peer.page.getByRole('log', { name: 'Announcements' })).toContainText(
      /On its way, late\..*Sent, late\./,
    );
  }
  await peer.page.setViewportSize(LAPTOP);
  const heard = rep.page.getByRole('complementary', { name: 'What you heard' });
  await expect(heard.getByText('3 late, to read when it suits')).toBeVisible();
  await expect(heard.getByText(/^8\. Write/)).toBeVisible();
  await expect(heard.getByText(/^9\. Write/), 'for the hot seat they stand apart too').toBeHidden();
  await heard.getByText('3 late, to read when it suits').click();
  await expect(heard.getByText(/^9\. Write/)).toBeVisible();
  await expect(late(host)).toContainText('3 late');
  await late(host).click();
  await expect(stream.getByText(/^11\. Write/)).toBeAttached();
  await twoFrames(host.page);
  await expect(late(host), 'what one unfolds at the end stays in view').toBeInViewport();
  await expect(stream.getByText(/^9\. Write/), 'with what was in it').toBeInViewport();
  expect(await unmarked(host.page), 'it has the mark of a fold').toEqual([]);

  await streamOf(peer).evaluate((list) => list.scrollTo({ top: 40 }));
  await expect.poll(() => streamOf(peer).evaluate((list) => list.scrollTop)).toBe(40);
  await stream.evaluate((list) => list.scrollTo({ top: 40 }));
  await expect.poll(() => stream.evaluate((list) => list.scrollTop)).toBe(40);
  await stream.hover();
  await host.page.mouse.wheel(0, 30);
  await expect.poll(() => stream.evaluate((list) => list.scrollTop)).toBe(70);
  await host.say(`12. ${long}`, 'Advice');
  await expect(peer.page.getByRole('button', { name: '1 new' })).toBeVisible();
  await streamOf(peer).evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  await expect(peer.page.getByRole('button', { name: /new$/ }), 'also where late words end it').toBeHidden();
  await expect(stream.getByText(/^12\. Write/), 'one’s own words show above what is unfolded').toBeInViewport({
    ratio: 1,
  });

  // A laptop at 200 %.
  await host.page.setViewportSize({ width: 720, height: 450 });
  await host.page.getByRole('tab', { name: /^Coaching/ }).click();
  expect((await stream.boundingBox())?.height, 'a low window leaves half of it to what is said').toBeGreaterThan(220);

  // The smallest phone, and a laptop at 400 %: nothing lies over the field that one writes in.
  for (const [width, height] of [
    [320, 568],
    [320, 256],
  ] as const) {
    await host.page.setViewportSize({ width, height });
    await host.composer.focus();
    await host.composer.click({ trial: true, timeout: 2000 });
    await expect(host.composer).toBeInViewport({ ratio: 1 });
  }
});

test('late words unfolded where all of the stream is in sight leave its reader at the end', async ({ gathered }) => {
  const deal = { title: 'The plant', ask: 'What now?', answers: ['Yes', 'Yes', 'Yes', 'Not sure', 'No'] } as const;
  const { host, peer } = await gathered.inClarify(deal);
  await host.press(/^Next: Coach/);
  await peer.say('Write to him.', 'Advice');
  await host.press(/^Next: Commit/);
  await peer.write('Or call him.');
  await peer.press('Send it late');
  const stream = peer.page.getByRole('group', { name: 'Coaching' });
  await expect(stream.locator('details[open]').getByText('Or call him.')).toBeInViewport();
  await twoFrames(peer.page);
  expect(await stream.evaluate((list) => list.scrollHeight - list.clientHeight), 'all of it is in sight').toBe(0);
  await host.say('Both, today.', 'Advice');
  await expect(stream.getByText('Both, today.')).toBeInViewport();
  await expect(peer.page.getByRole('button', { name: /new$/ })).toBeHidden();
});
