import { expect, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';

/** The size of what a person looks at. */
export const LAPTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** What a person looks at the page with, and where. */
export type Equipment = Pick<
  BrowserContextOptions,
  'viewport' | 'timezoneId' | 'locale' | 'hasTouch' | 'isMobile' | 'reducedMotion'
>;

/** Somebody's screen, and what anybody does at one: reads, presses, goes somewhere. */
export class Screen {
  constructor(
    readonly name: string,
    readonly page: Page,
    readonly context: BrowserContext,
    protected readonly baseURL: string,
    readonly mishaps: string[],
    private lab: string | undefined,
  ) {}

  /** `lab` is the path of their lab's home, for somebody who comes signed in. */
  static async open<T extends Screen>(
    this: new (...given: ConstructorParameters<typeof Screen>) => T,
    browser: Browser,
    baseURL: string,
    name: string,
    equipment: Equipment & Pick<BrowserContextOptions, 'storageState'> = {},
    lab?: string,
  ): Promise<T> {
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
    return new this(name, page, context, baseURL, mishaps, lab);
  }

  get email(): string {
    return `${this.name.toLowerCase().replace(/\W+/g, '.')}@example.com`;
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

  /** Goes to a page of the lab. */
  async go(place: 'bring' | 'insights' | 'members' | 'schedule' | 'settings'): Promise<void> {
    await this.page.goto(`${this.labPath}/${place}`);
    await this.awake();
  }

  async goHome(): Promise<void> {
    await this.page.goto(this.labPath);
  }

  /** Waits until the page's scripts are there: what is typed or chosen before is shown as it was. */
  async awake(): Promise<void> {
    await this.page.waitForFunction(() =>
      [...document.querySelectorAll('main :is(form, input:not([type=hidden]), textarea, select, button)')].every(
        (one) => Object.keys(one).some((key) => key.startsWith('__reactProps')),
      ),
    );
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

  /** The path of the lab's home that was visited first. */
  get labPath(): string {
    return (this.lab ??= /\/labs\/[^/?]+/.exec(this.page.url())?.[0] ?? '');
  }
}
