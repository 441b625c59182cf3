import type { Locator } from '@playwright/test';
import { lettersIn, withoutSpaces } from './pdf-text';

/** For each text the page of A4 that shows it first, from 0, and -1 where none does. */
export function pagesOf(pages: readonly string[], texts: readonly string[]): number[] {
  return texts.map((text) => pages.findIndex((letters) => letters.includes(withoutSpaces(text))));
}

/** The pages on paper, printed once for each height (px) that is put above: somewhere among them each thing meets a page's end. */
export async function printedUnder(above: Locator, heights: readonly number[]): Promise<string[][]> {
  const printed: string[][] = [];
  for (const height of heights) {
    await above.evaluate((one: HTMLElement, room) => (one.style.paddingBottom = `${room}px`), height);
    printed.push(lettersIn(await above.page().pdf({ preferCSSPageSize: true, format: 'A4' })));
  }
  await above.evaluate((one: HTMLElement) => (one.style.paddingBottom = ''));
  return printed;
}
