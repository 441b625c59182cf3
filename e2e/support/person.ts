import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import { LiveClient } from '@/tests/support/live-client';

/** What everybody signs in with who has not chosen another. */
export const PASSWORD = 'a whetstone keeps its edge';

/** The size of what a person looks at. */
export const LAPTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What a person looks at the page with, and where. */
export type Equipment = Pick<
  BrowserContextOptions,
  'viewport' | 'timezoneId' | 'locale' | 'hasTouch' | 'isMobile' | 'reducedMotion'
>;

/** Somebody in a browser of their own, told what to do in the words that they would use. */
export class Person {
  private constructor(
    readonly name: string,
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly baseURL: string,
    readonly mishaps: string[],
    private lab: string | undefined,
  ) {}

  /** `lab` is the path of their lab's home, for somebody who comes signed in. */
  static async open(
    browser: Browser,
    baseURL: string,
    name: string,
    equipment: Equipment & Pick<BrowserContextOptions, 'storageState'> = {},
    lab?: string,
  ): Promise<Person> {
    // What moves by itself costs a busy machine more than it shows; the journey through a whole session sees it move.
    const context = await browser.newContext({ viewport: LAPTOP, baseURL, reducedMotion: 'reduce', ...equipment });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const mishaps: string[] = [];
    page.on('pageerror', (error) => mishaps.push(String(error)));
    page.on('console', (message) => {
      // A connection that is lost on purpose is said aloud by the browser itself.
      if (
        message.type() === 'error' &&
        !/WebSocket|net::ERR|Failed to load resource|Failed to fetch/.test(message.text())
      ) {
        mishaps.push(message.text());
      }
    });
    return new Person(name, page, context, baseURL, mishaps, lab);
  }

  get email(): string {
    return `${this.name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
  }

  /** The first visitor makes the first host and the lab. */
  async firstRun(labName: string): Promise<void> {
    const { page } = this;
    await page.goto('/');
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByLabel('Name', { exact: true }).fill(labName);
    await page.getByRole('button', { name: 'Make the account and the lab' }).click();
    await expect(page).toHaveURL(/\/labs\//);
  }

  /** Makes an invitation link for a role, and gives its address. */
  async invite(role: 'rep' | 'host' | 'observer'): Promise<string> {
    const { page } = this;
    await page.goto(`${this.labPath}/members`);
    await page.getByRole('button', { name: 'New invitation link' }).click();
    await page.getByLabel('As', { exact: true }).selectOption(role);
    await page.getByRole('button', { name: 'Make the link' }).click();
    return page.getByLabel('Copy it now: it is not shown again').inputValue();
  }

  /** Makes a link by which guests listen in to the next session, and gives its address. */
  async inviteGuest(): Promise<string> {
    const { page } = this;
    await this.go('members');
    await page.getByRole('button', { name: 'New guest link' }).click();
    await page.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('Copy it now: it is not shown again').inputValue();
    await page.keyboard.press('Escape');
    return link;
  }

  /** Shows the lab to everybody, with a few words. */
  async publish(about: string): Promise<void> {
    await this.go('settings');
    await this.page.getByLabel('What the lab is').fill(about);
    await this.page.getByRole('switch', { name: /Show the public page/ }).click();
    await this.press('Save the public page');
    await this.sees(/\/join\//);
  }

  /** Asks to join a lab by its public page. */
  async askToJoin(slug: string, deal: string): Promise<void> {
    const { page } = this;
    await page.goto(`/join/${slug}`);
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('What do you sell').fill('Scheduling software to hospitals.');
    await page.getByLabel('The deal you would bring first').fill(deal);
    await this.press('Send to the hosts');
    await this.heading('The hosts have it');
  }

  /** Follows an invitation as somebody new, and agrees to the pledge. */
  async join(link: string): Promise<void> {
    const { page } = this;
    await page.goto(new URL(link).pathname);
    await page.getByLabel('Your name').fill(this.name);
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: /Make an account and join/ }).click();
    await expect(page).toHaveURL(/\/labs\//);
    await this.agree();
  }

  /** Signs in on this device, by their own account or by one that was made for them. */
  async signIn({ email, password } = { email: this.email, password: PASSWORD }): Promise<void> {
    const { page } = this;
    await page.goto('/sign-in');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await this.press('Sign in');
    await expect(page).not.toHaveURL(/sign-in/);
  }

  /** Agrees to the pledge, where it is asked for. */
  async agree(): Promise<void> {
    await this.page.goto(`${this.labPath}/pledge`);
    await this.page.getByRole('checkbox').check();
    await this.page.getByRole('button', { name: 'Go on' }).click();
    await expect(this.page).not.toHaveURL(/pledge/);
  }

  /** Brings a stuck deal to the lab's next session. */
  async bring(deal: Deal): Promise<void> {
    const { page } = this;
    await page.goto(`${this.labPath}/bring`);
    await page.getByLabel('Name the deal in one line').fill(deal.title);
    await page.getByLabel('The story').fill(this.storyOf(deal.title));
    await page.getByLabel('The ask').fill(deal.ask);
    for (const [rung, answer] of deal.answers.entries()) {
      const choices = page.getByRole('group', { name: `Rung ${rung + 1}:` });
      await choices.getByRole('radio', { name: answer, exact: true }).check();
      await choices.getByLabel(`Evidence for rung ${rung + 1}`).fill(evidenceOf(deal.title, rung));
    }
    await page.getByRole('radio', { name: '4', exact: true }).check();
    await page.getByRole('button', { name: /^Put it in/ }).click();
    await expect(page).not.toHaveURL(/bring/);
  }

  /** Has brought a stuck deal already, for a test of what comes after: over the wire, past the form. */
  async hasBrought({ title, ask, answers, ...more }: Deal): Promise<void> {
    const client = await this.onWire();
    await client.does('scenario.submit', {
      title,
      ask,
      ...more,
      story: this.storyOf(title),
      ladder: answers.map((answer, rung) => ({ answer: WORDS[answer], evidence: evidenceOf(title, rung) })),
      pipeline: { otherLiveDeals: 0, lifeOrDeath: 4 },
    });
    client.close();
  }

  /** Their own way into the lab's next session past the screens; whoever takes it closes it. */
  async onWire(): Promise<LiveClient> {
    const home = await (await this.context.request.get(this.labPath)).text();
    const sessionId = /\/sessions\/([0-9a-f-]{36})/.exec(home)?.[1];
    const cookie = (await this.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    return new LiveClient(this.baseURL, cookie, { sessionId }).ready();
  }

  private storyOf(title: string): string {
    return `${this.name} tells the story of ${title}.`;
  }

  /** Goes from the lab's home to its session. */
  async enter(): Promise<void> {
    await this.page.goto(this.labPath);
    await this.page
      .getByRole('link', { name: /lobby|room/i })
      .first()
      .click();
    await expect(this.page).toHaveURL(/\/live$/);
    await this.here();
  }

  /** Waits until the room is there again. */
  async here(): Promise<void> {
    await expect(this.page.getByText(/Joining the room|Fetching this part/)).toBeHidden();
    await expect(this.page.getByText(/You’re offline|Reconnecting/)).toBeHidden();
  }

  /** Loads the page anew, as somebody does who is not sure. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.here();
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Presses a button, and says yes to what it asks. */
  async pressAndConfirm(name: string | RegExp, answer: string | RegExp): Promise<void> {
    await this.press(name);
    await this.confirm(answer);
  }

  /** Says yes to what the screen asks. */
  async confirm(answer: string | RegExp): Promise<void> {
    const asked = this.page.getByRole('dialog').or(this.page.getByRole('alertdialog'));
    await asked.getByRole('button', { name: answer }).click();
    await expect(asked).toBeHidden();
  }

  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  async heading(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { name }).first()).toBeVisible();
  }

  async seesNo(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true })).toHaveCount(0);
  }

  /** Writes to the room in the composer, and leaves it there. */
  async write(body: string, kind?: string): Promise<void> {
    if (kind) await this.page.getByRole('radio', { name: kind, exact: true }).check({ force: true });
    await this.composer.fill(body);
  }

  async say(body: string, kind?: string): Promise<void> {
    await this.write(body, kind);
    await this.send();
  }

  /** Sends what stands in the composer. */
  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(this.composer).toHaveValue('');
  }

  get composer() {
    return this.page.locator('form.compose textarea');
  }

  /** Gives a blind read of the deal on the hot seat. */
  async vote(answers: readonly Answer[]): Promise<void> {
    const read = this.page.getByRole('region', { name: 'Your blind read' });
    for (const [rung, answer] of answers.entries()) {
      await read
        .getByRole('group', { name: `Rung ${rung + 1}` })
        .getByRole('radio', { name: answer, exact: true })
        .check({ force: true });
    }
    await read.getByRole('button', { name: /my read/ }).click();
    await expect(read.getByRole('status')).toContainText('Your read is in.');
  }

  async commit(decision: string, nextStep: string, dueOn: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${decision}`) }).check({ force: true });
    await this.page.getByLabel(/^Next step/).fill(nextStep);
    await this.page.getByLabel('By when').fill(dueOn);
    await this.press(/Commit in front of the room|^Commit/);
    await this.sees('The room has it.');
  }

  /** On the hot seat: marks what somebody said as helpful. */
  async marksHelpful(body: string): Promise<void> {
    const said = this.page.getByRole('listitem').filter({ hasText: body }).last();
    await said.getByRole('button', { name: /helpful/i }).click();
  }

  /** Answers the question on the floor. */
  async answer(body: string): Promise<void> {
    await this.page.getByLabel('Your answer').fill(body);
    await this.page
      .getByRole('button', { name: /answer/i })
      .first()
      .click();
    await this.sees(body);
  }

  async leaveTakeaway(body: string): Promise<void> {
    await this.page.getByLabel('Your takeaway, in one line').fill(body);
    await this.press('Leave it');
    await this.sees(body);
  }

  /** Goes to a page of the lab. */
  async go(place: 'bring' | 'insights' | 'members' | 'schedule' | 'settings'): Promise<void> {
    await this.page.goto(`${this.labPath}/${place}`);
    await this.awake();
  }

  /** Waits until the page's scripts are there: what is typed or chosen before is shown as it was. */
  async awake(): Promise<void> {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('main :is(form, input:not([type=hidden]), textarea, select, button)')].every(
        (one) => Object.keys(one).some((key) => key.startsWith('__reactProps')),
      ),
    );
  }

  /** Goes from the live room to its recap. */
  async recap(): Promise<void> {
    await this.page.goto(this.page.url().replace(/live.*/, 'recap'));
  }

  async goHome(): Promise<void> {
    await this.page.goto(this.labPath);
  }

  /** Sets the time of day of this person's device wrong, by so many minutes ahead. */
  async setClockWrongBy(minutes: number): Promise<void> {
    await this.page.addInitScript((ms) => {
      const Real = Date;
      const now = () => Real.now() + ms;
      globalThis.Date = new Proxy(Real, {
        construct: (_, given) => (given.length === 0 ? new Real(now()) : Reflect.construct(Real, given)),
        apply: () => new Real(now()).toString(),
        get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
      });
    }, minutes * 60_000);
  }

  /** How far this person's device is ahead of the real time, in minutes. */
  async minutesAhead(): Promise<number> {
    return ((await this.page.evaluate(() => Date.now())) - Date.now()) / 60_000;
  }

  /** The clock as this person's screen shows it, in seconds left. */
  async secondsLeft(): Promise<number> {
    const text = (await this.page.getByRole('timer').first().textContent()) ?? '';
    const [minutes, seconds] = text.replace('+', '-').split(':').map(Number);
    return (minutes ?? 0) * 60 + (seconds ?? 0);
  }

  /** The path of the lab's home that was visited first. */
  get labPath(): string {
    return (this.lab ??= /\/labs\/[^/?]+/.exec(this.page.url())?.[0] ?? '');
  }
}

export type Answer = 'Yes' | 'Not sure' | 'No';
const WORDS = { Yes: 'yes', 'Not sure': 'unsure', No: 'no' } as const;

interface Deal {
  title: string;
  ask: string;
  answers: readonly Answer[];
  amount?: { minor: number; currency: string };
  deadline?: string;
}

function evidenceOf(title: string, rung: number): string {
  return `${title}, evidence ${rung + 1}`;
}
