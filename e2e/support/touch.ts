import { expect, type Locator } from '@playwright/test';
import { tooSmall } from './fingers';
import type { Person } from './person';

const DRAG_STEPS = 12;

/** Somebody with a phone and one thumb. */
export class Touch {
  constructor(readonly person: Person) {}

  async tap(name: string | RegExp): Promise<void> {
    await this.person.page.getByRole('button', { name }).filter({ visible: true }).first().tap();
  }

  /** Goes to a tab of the room. */
  async open(tab: RegExp): Promise<void> {
    await this.person.page.getByRole('tab', { name: tab }).tap();
  }

  /** Chooses one of few: the label is what a thumb hits. */
  async choose(name: string | RegExp, within: Locator = this.person.page.locator('body')): Promise<void> {
    const radio = within.getByRole('radio', { name }).first();
    await radio.locator('xpath=ancestor::label').tap();
    await expect(radio).toBeChecked();
  }

  async write(field: Locator, words: string): Promise<void> {
    await field.tap();
    await this.person.page.keyboard.insertText(words);
  }

  async say(words: string, kind?: string): Promise<void> {
    const { composer } = this.person;
    if (kind) await this.choose(kind);
    await this.write(composer, words);
    await this.tap('Send');
    await expect(composer).toHaveValue('');
  }

  /** Holds one thing, and lets it go on another; the finger takes the way in steps, as fingers do. */
  async drag(what: Locator, onto: Locator): Promise<void> {
    const { page, context } = this.person;
    const protocol = await context.newCDPSession(page);
    const from = await middleOf(what);
    const to = await middleOf(onto);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      protocol.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [from]);
    for (let step = 1; step <= DRAG_STEPS; step += 1) {
      const way = step / DRAG_STEPS;
      await touch('touchMove', [{ x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }]);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    }
    await touch('touchEnd', []);
    await protocol.detach();
  }

  /** Whatever can be touched now is as large as a fingertip, but for links in the middle of a sentence. */
  async fits(screen: string): Promise<void> {
    const small = await tooSmall(this.person.page);
    expect(small, `${screen}: too small to touch`).toEqual([]);
    const wide = await this.person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide, `${screen}: wider than the screen`).toBeLessThanOrEqual(0);
  }
}

async function middleOf(what: Locator): Promise<{ x: number; y: number }> {
  const box = await what.boundingBox();
  if (!box) throw new Error(`${String(what)} is not on the screen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
