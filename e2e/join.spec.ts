import { openMailBox } from '@/tests/support/mail-box';
import { timeText } from '@/ui/time-text';
import { expect, test } from './support/fixtures';
import { Person, PHONE } from './support/person';
import { RunningServer } from './support/server';

const HALF_AN_HOUR_MS = 1_800_000;

test('somebody asks to join, is taken in, is reminded by mail, and comes into the room by its link', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const box = await openMailBox();
  const server = await RunningServer.start({ SMTP_URL: box.url });
  const mailTo = async (reader: Person, subject: RegExp) => {
    const find = () =>
      box.mails.find(
        (mail) => JSON.stringify(mail.to ?? '').includes(reader.email) && subject.test(mail.subject ?? ''),
      );
    // Reminders are looked for every minute.
    await expect.poll(() => find()?.subject ?? '', { timeout: 90_000 }).toMatch(subject);
    return find()!;
  };
  try {
    const host = await Person.open(browser, server.url, 'Ruth Adeyemi', { timezoneId: 'Europe/London' });
    await host.firstRun('Thursday Lab');
    await host.publish('Fifty of us, every Thursday.');
    await host.sees(`${server.url}/join/thursday-lab`);
    const stranger = await Person.open(browser, server.url, 'Nadia Brunner', {
      viewport: PHONE,
      timezoneId: 'America/New_York',
    });
    const { page } = stranger;

    await host.hasBrought({ title: 'The mill in Lille', ask: 'Who signs?', answers: ['Yes', 'Yes', 'No', 'No', 'No'] });
    await host.go('settings');
    await host.page.getByLabel('Link or number').fill('https://meet.example/thursday');
    await host.press('Save the call');
    await host.sees('Saved.');
    const tellsNothing = async (...names: string[]) => {
      const html = await (await page.request.get('/join/thursday-lab')).text();
      expect(html).toContain('Fifty of us');
      for (const inside of ['Lille', 'Who signs', 'meet.example', host.email, ...names]) {
        expect(html).not.toContain(inside);
      }
    };

    await test.step('the public page says when it meets on the visitor’s clock', async () => {
      await page.goto('/join/thursday-lab');
      await stranger.heading('Bring the deal that will not move.');
      await stranger.sees('Fifty of us, every Thursday.');
      await stranger.sees('Hosted by Ruth Adeyemi');
      const meets = page.getByRole('region', { name: 'When it meets' });
      const hour = meets.locator('time.hour');
      const at = Date.parse((await hour.getAttribute('datetime')) ?? '');
      const [there, here] = ['America/New_York', 'Europe/London'].map((zone) => timeText(at, 'time', 'en-GB', zone));
      expect(here).toBe('17:00');
      expect(there).not.toBe(here);
      await expect(hour).toHaveText(there!);
      await expect(meets).toContainText(`You are in New York. The lab meets at ${here} in London.`);
      await expect(meets).toContainText(`Every ${timeText(at, 'weekday', 'en-GB', 'America/New_York')}`);
    });

    await test.step('it has a title, a description and a picture to share, and tells nothing of the inside', async () => {
      const title = 'Thursday Lab: bring the deal that will not move';
      const about = 'Fifty of us, every Thursday.';
      const url = `${server.url}/join/thursday-lab`;
      await expect(page).toHaveTitle(title);
      const said = { 'og:title': title, 'og:description': about, 'og:url': url, 'og:type': 'website' };
      const named = { description: about, 'twitter:card': 'summary_large_image', 'twitter:title': title };
      const content = (meta: string) => page.locator(`meta[${meta}]`).getAttribute('content');
      for (const [property, text] of Object.entries(said)) expect(await content(`property="${property}"`)).toBe(text);
      for (const [name, text] of Object.entries(named)) expect(await content(`name="${name}"`)).toBe(text);
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', url);
      const picture = await content('property="og:image"');
      expect(picture).toBe(`${server.url}/share.png`);
      expect(await content('name="twitter:image"')).toBe(picture);
      const png = await (await page.request.get(picture!)).body();
      // As its head says, width and height: what the page promises.
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', 1200, 630]);
      expect(await content('property="og:image:width"')).toBe('1200');
      expect(await content('property="og:image:height"')).toBe('630');
      await tellsNothing();
    });

    await test.step('asks, with what is missing said by field and nothing lost', async () => {
      await page.getByLabel('Your name').fill(stranger.name);
      await page.getByLabel('Email').fill('nobody');
      await page.getByLabel('What do you sell').fill('Scheduling software to hospitals.');
      await stranger.press('Send to the hosts');
      await expect(page.getByLabel('Your name')).toHaveValue(stranger.name);
      await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('The deal you would bring first')).toHaveAttribute('aria-invalid', 'true');
      await page.getByLabel('Email').fill(stranger.email);
      await page.getByLabel('The deal you would bring first').fill('They like it. Nobody signs.');
      await stranger.press('Send to the hosts');
      await stranger.heading('The hosts have it');
    });

    await test.step('a host reads it in the mail and on lab home, and takes them in', async () => {
      await mailTo(host, /join/i);
      await host.goHome();
      await host.sees('One person asks to join.');
      await host.page.getByRole('link', { name: 'Read and answer' }).click();
      await host.sees('They like it. Nobody signs.');
      await host.press('Take in as rep: Nadia Brunner');
      await host.sees(/A mail with their link is on its way/);
    });

    await test.step('the answer’s link leads to an account and into the lab', async () => {
      const answer = await mailTo(stranger, /takes you in/);
      await stranger.join(linkIn(answer.text ?? '', /\/invite\/\S+/));
      await tellsNothing(stranger.name, stranger.email);
    });

    await test.step('one who is declined is told so, and one is taken in to listen', async () => {
      const declined = await Person.open(browser, server.url, 'Otto Kern');
      const listener = await Person.open(browser, server.url, 'Vera Lindqvist');
      for (const person of [declined, listener]) await person.askToJoin('thursday-lab', 'They like it. Nobody signs.');
      await host.go('members');
      await host.pressAndConfirm(/^Decline: Otto Kern/, 'Decline Otto Kern');
      await expect(host.page.getByText('Otto Kern')).toHaveCount(0);
      expect((await mailTo(declined, /your request/)).text).toContain('Its hosts have declined your request.');
      await host.press('Take in as observer: Vera Lindqvist');
      await host.sees('Taken in as observer, and not come yet.');
      const answer = await mailTo(listener, /takes you in/);
      expect(answer.text).toContain('You come as an observer.');
      await listener.join(linkIn(answer.text ?? '', /\/invite\/\S+/));
      await host.go('members');
      await expect(host.page.getByLabel('Role of Vera Lindqvist')).toHaveValue('observer');
      await listener.goHome();
      await expect(listener.page.getByRole('link', { name: /lobby/i }).first()).toBeVisible();
      await expect(listener.page.getByRole('link', { name: 'Bring a deal' })).toHaveCount(0);
      await expect(listener.page.getByRole('link', { name: 'Open the call' })).toBeVisible();
    });

    await test.step('the reminder’s link leads into the room', async () => {
      await host.go('schedule');
      const [day, time] = new Date(Date.now() + HALF_AN_HOUR_MS)
        .toLocaleString('sv-SE', { timeZone: 'Europe/London' })
        .split(' ');
      await host.page.getByLabel('Day', { exact: true }).fill(day!);
      await host.page.getByLabel('Time', { exact: true }).fill(time!.slice(0, 5));
      await host.press('Schedule the session');
      const reminder = await mailTo(stranger, /^In \d+ minutes/);
      await page.goto(new URL(linkIn(reminder.text ?? '', /\/sessions\/[\w-]+/)).pathname);
      await stranger.here();
      await expect(page).toHaveURL(/\/live$/);
    });

    await test.step('a reader’s own button turns that kind of mail off at once, without a sign-in', async () => {
      const reminder = await mailTo(stranger, /^In \d+ minutes/);
      const { unsubscribe } = reminder.headers.get('list') as unknown as Record<string, { url: string }>;
      // PUBLIC_URL is where this server would be: the test finds it elsewhere.
      const address = server.url + new URL(unsubscribe!.url).pathname;
      const press = (to: string) =>
        fetch(to, {
          method: 'POST',
          body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
          redirect: 'manual',
        });
      const soon = page.getByRole('switch', { name: 'Session soon, by mail' });
      const followed = await fetch(address, { redirect: 'manual' });
      expect([followed.status, followed.headers.get('location')]).toEqual([303, address.replace(/.*\/api/, '')]);
      expect((await press(`${address}x`)).status).toBe(404);
      await page.goto('/me');
      await expect(soon).toBeChecked();
      expect((await press(address)).status).toBe(200);
      await page.reload();
      await expect(soon).not.toBeChecked();
      await expect(page.getByRole('switch', { name: 'Session tomorrow, by mail' })).toBeChecked();
    });
    for (const person of [host, stranger]) expect(person.mishaps, `${person.name}’s console`).toEqual([]);
  } finally {
    await server.remove();
    await box.close();
  }
});

function linkIn(text: string, path: RegExp): string {
  const found = new RegExp(`https?://[^\\s]*?${path.source}`).exec(text);
  if (!found) throw new Error(`No link in: ${text}`);
  return found[0];
}
