import { expect, type Locator } from '@playwright/test';
import type { Person } from './person';

const FAR = 120;

/** Somebody who has a keyboard and nothing else. */
export class Keyboard {
  constructor(readonly person: Person) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.person.page.keyboard.press(key);
  }

  /** Goes to a field by its key, and writes. */
  async write(key: string, words: string): Promise<void> {
    const { page } = this.person;
    await expect(async () => {
      await page.keyboard.press(key);
      await expect(page.locator(':is(textarea, input):focus')).toBeVisible({ timeout: 500 });
    }).toPass();
    await page.keyboard.type(words);
  }

  /** Goes to a field by its key, writes, and sends. */
  async say(key: string, words: string): Promise<void> {
    await this.write(key, words);
    await this.press('Control+Enter');
  }

  /** Says yes to what is asked; the way back has the focus. */
  async confirm(question: string | RegExp): Promise<void> {
    const asked = this.person.page.getByRole('dialog', { name: question });
    await expect(asked.locator(':focus')).toBeVisible();
    await this.press('Shift+Tab', 'Enter');
    await expect(asked).toBeHidden();
    await this.holdsFocus();
  }

  /** Tabs to something. */
  async to(target: Locator): Promise<void> {
    for (let step = 0; step < FAR; step += 1) {
      if (await target.evaluate((node) => node === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error('It can’t be reached with the Tab key.');
  }

  /** Goes through what was said until these words have the focus. */
  async goToWords(body: string): Promise<void> {
    const { page } = this.person;
    await expect(page.locator('[data-con]').filter({ hasText: body })).toBeVisible();
    const focused = page.locator('[data-con]:focus').filter({ hasText: body });
    for (const key of ['j', 'k'] as const) {
      for (let step = await page.locator('[data-con]').count(); step > 0; step -= 1) {
        if ((await focused.count()) > 0) return;
        await this.press(key);
      }
    }
    await expect(focused).toBeVisible();
  }

  /** What has the focus is on the screen: it isn't lost to the page. */
  async holdsFocus(): Promise<void> {
    await expect
      .poll(() => this.person.page.evaluate(() => document.activeElement?.tagName), { message: this.person.name })
      .not.toBe('BODY');
  }
}
