import { openMailBox } from '@/tests/support/mail-box';
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

    await test.step('the public page says when it meets on the visitor’s clock, and nothing of the inside', async () => {
      await page.goto('/join/thursday-lab');
      await stranger.heading('Bring the deal that will not move.');
      await stranger.sees('Fifty of us, every Thursday.');
      await stranger.sees('Hosted by Ruth Adeyemi');
      await expect(page).toHaveTitle(/Thursday Lab/);
      await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /share\.png$/);
      expect((await page.request.get('/share.png')).headers()['content-type']).toBe('image/png');
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
      await host.sees(/A mail with this link is on its way/);
    });

    await test.step('the answer’s link leads to an account and into the lab', async () => {
      const answer = await mailTo(stranger, /takes you in/);
      await stranger.join(linkIn(answer.text ?? '', /\/invite\/\S+/));
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
