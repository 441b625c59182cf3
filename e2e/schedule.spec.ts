import ICAL from 'ical.js';
import { leadsTo, standsApart } from './support/call-link';
import { expect, test } from './support/fixtures';
import { inspect } from './support/look';
import { LAPTOP, Person, PHONE } from './support/person';
import { runsBare } from './support/schedule-bare';
import { daysFrom } from './support/time';

const CALL = 'https://meet.example/thursday';
const FACTS = '**/live/facts';
const OWN_CALL = '+44 20 7946 0000';

test('a session is moved on a phone, and the calendar that follows it moves too', async ({ browser, server }) => {
  test.setTimeout(240_000);
  const host = await Person.open(browser, server.url, 'Ruth Adeyemi', { viewport: PHONE, timezoneId: 'Europe/London' });
  await host.firstRun('Thursday Lab');
  const invitation = await host.invite('rep');
  const rep = await Person.open(browser, server.url, 'Devon Okafor', {
    viewport: PHONE,
    timezoneId: 'America/New_York',
  });
  await rep.join(invitation);
  await rep.goHome();
  const { page } = host;
  let feed = '';
  let etag = '';

  await test.step('the schedule: the next eight follow each touch, and say who is off by an hour', async () => {
    await host.go('settings');
    const preview = page.getByRole('region', { name: 'The next eight' });
    await expect(preview.getByRole('listitem')).toHaveCount(8);
    await page.getByRole('radiogroup', { name: 'Meets on' }).getByText('Tue').click();
    await page.getByLabel('Time zone').selectOption('Europe/London');
    await page.getByLabel('At', { exact: true }).fill('18:30');
    await page.getByRole('radiogroup', { name: 'Every' }).getByText('4 weeks').click();
    await expect(preview.getByText('18:30').first()).toBeVisible();
    // Over eight months clocks in London and New York change apart at least once.
    await expect(preview.getByText(/for Devon, not 13:30/)).toBeVisible();
    await page.getByRole('radiogroup', { name: 'Every' }).getByText('week', { exact: true }).click();
    const third = await preview.getByRole('listitem').nth(2).locator('span').nth(1).innerText();
    const skipped = page.getByLabel('A date to skip');
    await page.getByRole('button', { name: 'Skip it' }).click();
    await expect(skipped).toHaveAccessibleDescription('Choose a day.');
    await skipped.fill(dayOf(third));
    await expect(skipped).not.toHaveAttribute('aria-invalid');
    await page.getByRole('button', { name: 'Skip it' }).click();
    await expect(preview.locator('s')).toHaveText(third);
    await expect(preview.getByRole('listitem')).toHaveCount(9);
    await host.sees('Not saved yet.');
    await host.press('Save the schedule');
    await host.sees('Saved. Everyone’s calendar follows.');
    // What is chosen next is told apart from what is skipped by now.
    await expect(page.locator('input[name="skippedBefore"]')).toHaveValue(dayOf(third));
    await host.reload();
    await expect(preview.locator('s')).toHaveText(third);
    await expect(page.getByLabel('At', { exact: true })).toHaveValue('18:30');
  });

  await test.step('the call: refused with what was typed kept, then one click for members', async () => {
    await page.getByLabel('Link or number').fill('not a call');
    await host.press('Save the call');
    await host.sees('Give a link that begins with https://, or a number.');
    await expect(page.getByLabel('Link or number')).toHaveValue('not a call');
    await page.getByLabel('Link or number').fill(CALL);
    await host.press('Save the call');
    await host.sees('Saved.');
    await rep.goHome();
    await expect(rep.page.getByRole('link', { name: 'Open the call' })).toHaveAttribute('href', CALL);
  });

  await test.step('a rep makes a private address, shown once', async () => {
    await rep.go('schedule');
    await expect(rep.page.getByRole('button', { name: 'Move it' })).toHaveCount(0);
    await rep.press('Make my calendar address');
    feed = await rep.page.getByLabel('Copy it now: it is not shown again').inputValue();
    await expect(rep.page.getByRole('link', { name: 'Apple' })).toHaveAttribute('href', /^webcal:/);
    await expect(rep.page.getByRole('link', { name: 'Google' })).toBeVisible();
  });

  await test.step('a host moves the first session, and what follows it is told', async () => {
    const before = await read(feed);
    etag = before.etag;
    expect(before.events.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(8);
    const [first] = before.events;
    expect(first!.description).toContain(CALL);
    await host.go('schedule');
    await page.getByRole('button', { name: 'Move it' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Time', { exact: true }).fill('19:45');
    await dialog.getByRole('button', { name: 'Move the session' }).click();
    await expect(dialog.getByText('Saved.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await host.sees('moved');
    const after = await read(feed);
    const same = after.events.find(({ uid }) => uid === first!.uid);
    expect(same!.sequence).toBe(first!.sequence + 1);
    expect(same!.start).toMatch(/T19:45:00$/);
    expect((await fetch(feed, { headers: { 'if-none-match': etag } })).status).toBe(200);
    expect((await fetch(feed, { headers: { 'if-none-match': after.etag } })).status).toBe(304);
    const room = await rep.page.request.get(`/api/calendar/session/${first!.uid.split('@')[0]}`);
    expect(await room.text()).toContain(first!.uid);
  });

  await test.step('a host skips it, and it is cancelled in the calendar; another one is made at the end', async () => {
    const before = await read(feed);
    const held = new Set(before.events.flatMap(({ status, uid }) => (status === 'CONFIRMED' ? [uid] : [])));
    const skipped = async () =>
      (await read(feed)).events.filter(({ status, uid }) => status === 'CANCELLED' && held.has(uid));
    await page.getByRole('button', { name: 'Skip it' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Skip the day' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect.poll(async () => (await skipped()).length).toBe(1);
    const after = await read(feed);
    expect(after.events.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(8);
    const [gone] = await skipped();
    const was = before.events.find(({ uid }) => uid === gone!.uid);
    expect(gone!.sequence).toBeGreaterThan(was!.sequence);
  });

  await test.step('an address that is ended, or whose member is gone, is no calendar', async () => {
    await rep.go('schedule');
    await rep.press('Replace my address');
    const replaced = await rep.page.getByLabel('Copy it now: it is not shown again').inputValue();
    expect((await fetch(feed)).status).toBe(404);
    expect((await fetch(replaced)).status).toBe(200);
    await rep.press('End it');
    await expect.poll(async () => (await fetch(replaced)).status).toBe(404);
    const stranger = await browser.newContext({ baseURL: server.url });
    const refused = await stranger.request.get(`/api/calendar/session/${'0'.repeat(8)}-0000-7000-8000-000000000000`);
    expect(refused.status()).toBe(404);
    await stranger.close();
  });

  await test.step('one more on the nights on which clocks change: refused by field, or told which hour it is', async () => {
    await host.go('schedule');
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Schedule the session' }) });
    const scheduleOn = async (day: string) => {
      await form.getByLabel('Day', { exact: true }).fill(day);
      await form.getByLabel('Time', { exact: true }).fill('01:30');
      await host.press('Schedule the session');
    };
    await scheduleOn(lastSundayOf(2));
    await expect(form.getByLabel('Time', { exact: true })).toHaveAccessibleDescription(/Clocks go forward then/);
    await form.getByLabel('Another call').fill(OWN_CALL);
    await scheduleOn(lastSundayOf(9));
    await host.sees(/^Scheduled\. .* Clocks show that time twice that day: it is the first\.$/);
    // The same once more is not a second one.
    await host.press('Schedule the session');
    const time = form.getByLabel('Time', { exact: true });
    await expect(time).toHaveAccessibleDescription(/A session is scheduled for then already\.$/);
    await expect(time).toBeFocused();
  });

  await test.step('the call is one click from lab home, lobby and room, on any screen; a session’s own before the lab’s', async () => {
    const move = async (nth: number, call: string) => {
      await host.go('schedule');
      await page.getByRole('button', { name: 'Move it' }).nth(nth).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Another call').fill(call);
      await dialog.getByRole('button', { name: 'Move the session' }).click();
      await expect(dialog.getByText('Saved.')).toBeVisible();
    };
    await move(0, OWN_CALL);
    await leadsTo(rep, 'tel:+442079460000');
    await rep.hasAllParts();
    // Who waits in the lobby sees it without loading anything anew: once back, where it was changed while they were away.
    const link = rep.page.getByRole('link', { name: 'Open the call' }).filter({ visible: true });
    await rep.page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
    // Chance says when within half a minute a page asks that is back: this one does at once.
    await rep.page.evaluate(() => Object.assign(Math, { random: () => 0 }));
    await rep.context.setOffline(true);
    await move(0, '');
    await expect(link.first()).toHaveAttribute('href', 'tel:+442079460000');
    await rep.context.setOffline(false);
    await expect(link.first()).toHaveAttribute('href', CALL);
    // A server that is away just then answers nothing: all stays as it was until it is asked again.
    const asked: string[] = [];
    await rep.page.route(FACTS, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await move(0, OWN_CALL);
    await expect.poll(() => asked.length).toBe(1);
    await expect(link.first()).toHaveAttribute('href', CALL);
    await expect(rep.page.getByRole('heading', { level: 1 })).toBeVisible();
    await rep.page.unroute(FACTS);
    await move(0, '+44 20 7946 0001');
    await expect(link.first()).toHaveAttribute('href', 'tel:+442079460001');
    await move(0, '');
    await expect(link.first()).toHaveAttribute('href', CALL);
    expect(await rep.page.evaluate(() => 'sameAsBefore' in window)).toBe(true);
    await leadsTo(rep, CALL);
    await rep.hasBrought({ title: 'The mill in Lille', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
    await host.enter();
    await host.press('Start the session');
    await rep.page.setViewportSize(PHONE);
    await standsApart(rep, CALL);
    await host.press(/Start the first turn|Seat Devon/);
    for (const person of [host, rep]) await person.sees('The mill in Lille');
    await standsApart(rep, CALL);
    await rep.page.setViewportSize(LAPTOP);
    await expect(rep.page.getByRole('link', { name: 'Open the call' }).filter({ visible: true })).toHaveAttribute(
      'href',
      CALL,
    );
  });

  await test.step('a change from a later day on is listed, said over the fields, and taken back', async () => {
    await host.go('settings');
    await page.getByLabel('Holds from').fill(daysFrom(60));
    await page.getByRole('radiogroup', { name: 'Every' }).getByText('2 weeks').click();
    await host.press('Save the schedule');
    await host.sees(/^The fields show the change from /);
    await page.getByLabel('Holds from').fill(daysFrom(30));
    await host.sees(/^Saved from that day on, this takes the place of what was to hold from /);
    await page.getByRole('link', { name: 'Schedule page' }).click();
    const later = page.getByRole('listitem').filter({ hasText: 'every second Tuesday at 18:30 in London' });
    await expect(later).toHaveCount(1);
    await inspect(host, 'schedule with sessions and a later change');
    await later.getByRole('button', { name: /^Take it back/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take the change back' }).click();
    await expect(later).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'To come' })).toBeFocused();
    await host.go('settings');
    await inspect(host, 'lab settings');
    await expect(page.getByRole('radiogroup', { name: 'Every' }).getByLabel('week', { exact: true })).toBeChecked();
  });

  await test.step('without scripts a session is moved and another skipped, a change is taken back, and links are made', () =>
    runsBare(browser, server.url, host));
  for (const person of [host, rep]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
});

/** The day on which clocks change in London in a month (0 is January): the next one. */
function lastSundayOf(month: number): string {
  const now = new Date();
  const days = [0, 1].map((on) => {
    const last = new Date(Date.UTC(now.getUTCFullYear() + on, month + 1, 0));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  });
  return new Date(days.find((at) => at > now.getTime()) ?? now).toISOString().slice(0, 10);
}

/** A calendar as a subscriber gets it, read by another library. */
async function read(address: string) {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, description, startDate } = new ICAL.Event(component);
    const status = component.getFirstPropertyValue('status')?.toString();
    return { uid, sequence: Number(sequence), description, start: startDate.toString(), status };
  });
  return { etag: answer.headers.get('etag') ?? '', events };
}

/** "Tue 24 December" as a date field takes it: the next one. */
function dayOf(text: string): string {
  const now = new Date();
  const [, day, month] = text.split(' ');
  const at = [0, 1].map((on) => Date.parse(`${day} ${month} ${now.getUTCFullYear() + on} UTC`));
  const next = at.find((ms) => ms > now.getTime() - 86_400_000);
  return new Date(next ?? now).toISOString().slice(0, 10);
}
