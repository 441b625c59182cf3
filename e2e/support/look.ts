import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import axeCore, { type RunOptions } from 'axe-core';
import { tooSmall } from './fingers';
import { LAPTOP, PHONE, type Person } from './person';

/** A laptop, a tablet, half a laptop beside a video call (and a laptop at 200 %), a phone. */
const SIZES = [LAPTOP, { width: 1024, height: 768 }, { width: 720, height: 900 }, PHONE];
const DRAWN = process.env.SCREENS === 'drawn';
const PICTURES = path.join('test-results', 'pictures');

const ASKED: Record<'light' | 'dark', RunOptions> = {
  light: { resultTypes: ['violations'] },
  dark: { resultTypes: ['violations'], runOnly: ['color-contrast'] },
};

/**
 * Looks at a screen at every size and in both themes: nothing is wider than the screen, no text is cut off, nothing on a
 * phone is too small to touch, each fold shows the mark of one, axe finds nothing. `npm run screens` leaves pictures of it for review. `screen` names it.
 */
export async function inspect({ page }: Pick<Person, 'page'>, screen: string): Promise<void> {
  // A window behind others may be drawn later, or not at all.
  await page.bringToFront();
  // Next tells it last.
  await expect(page).toHaveTitle(/\S/);
  for (const viewport of SIZES) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      const where = `${screen} at ${viewport.width} px, ${colorScheme}`;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await drawn(page);
      if (colorScheme === 'light') {
        expect(await cutOff(page), `${where}: cut off`).toEqual([]);
        expect(await unmarked(page), `${where}: folds without a mark`).toEqual([]);
        if (viewport === PHONE) expect(await tooSmall(page), `${where}: too small to touch`).toEqual([]);
      }
      expect(await axe(page, colorScheme), where).toEqual([]);
      if (!DRAWN) continue;
      await page.screenshot({
        path: path.join(PICTURES, `${where.replace(/\W+/g, '-')}.jpg`),
        type: 'jpeg',
        quality: 88,
        fullPage: true,
      });
    }
  }
  await page.setViewportSize(LAPTOP);
  await page.emulateMedia({ colorScheme: null });
}

/** Nothing of it is cut off, nor wider than the screen, at 320 px: a laptop at 400 % (WCAG 1.4.10). */
export async function fitsNarrow({ page }: Pick<Person, 'page'>, screen: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await drawn(page);
  expect(await cutOff(page), `${screen} at 320 px`).toEqual([]);
}

/** How much has moved by itself since the page was loaded: the sum of its layout shifts (web.dev/articles/cls). */
export async function shiftOf({ page }: Pick<Person, 'page'>): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        const count = (shifts: PerformanceEntryList) => {
          for (const shift of shifts as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!shift.hadRecentInput) sum += shift.value;
        };
        const watch = new PerformanceObserver((list) => count(list.getEntries()));
        watch.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          count(watch.takeRecords());
          done(sum);
        }, 300);
      }),
  );
}

/** Warnings count as mishaps too: call it before the page is first used. */
export function heedWarnings({ page, mishaps }: Pick<Person, 'page' | 'mishaps'>): void {
  page.on('console', (message) => {
    if (message.type() === 'warning') mishaps.push(message.text());
  });
}

/** What axe finds. Only contrast differs between the themes: the rest is asked of the light one. */
export async function axe(page: Page, colorScheme: 'light' | 'dark' = 'light'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run(options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, ASKED[colorScheme]);
}

/** The lines of folds that don't show that there is more behind them; one that is a button shows what it does. */
export async function unmarked(page: Page): Promise<string[]> {
  return page.locator('summary:not(.btn)').evaluateAll((lines) => {
    const shown = lines.filter((line) => line.checkVisibility({ visibilityProperty: true }));
    return shown.filter((line) => getComputedStyle(line).display !== 'list-item').map(({ textContent }) => textContent);
  });
}

/** Two frames on: what the new size or theme changes is drawn. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

/**
 * Words that can't be read because something cuts them off: the screen's edge, or a box that hides what runs over.
 * What can be scrolled to can be read; what is shortened with dots has its whole text as a title.
 */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    if (wide > 0) found.add(`the page is ${wide} px wider than the screen`);
    const hides = (value: string) => value === 'hidden' || value === 'clip';
    const scrolls = (value: string) => value === 'auto' || value === 'scroll';
    const unread = '.skip, textarea, select, script, style, noscript';

    function isCut(text: Text): boolean {
      const range = document.createRange();
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      let [across, down] = [true, true];
      for (let box = text.parentElement; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        // For screen readers alone.
        if (style.clipPath !== 'none') return false;
        if (style.position === 'fixed') break;
        const edge = box.getBoundingClientRect();
        across &&= !scrolls(style.overflowX);
        down &&= !scrolls(style.overflowY);
        if (box.title && style.textOverflow === 'ellipsis') return false;
        if (
          across &&
          hides(style.overflowX) &&
          rects.some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1)
        )
          return true;
        // Letters may stick out of their line, by a quarter of their height at most.
        if (
          down &&
          hides(style.overflowY) &&
          rects.some(({ top, bottom, height }) => top < edge.top - height / 4 || bottom > edge.bottom + height / 4)
        )
          return true;
      }
      return across && rects.some(({ left, right }) => left < -1 || right > window.innerWidth + 1);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const parent = text.parentElement;
      if (!parent || !text.data.trim() || parent.closest(unread)) continue;
      if (parent.checkVisibility({ visibilityProperty: true }) && isCut(text)) found.add(text.data.trim().slice(0, 60));
    }
    return [...found];
  });
}
