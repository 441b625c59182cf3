import type { Page } from '@playwright/test';

/** The least that a fingertip hits, in px both ways. */
const FINGER = 44;

/**
 * The visible controls that a fingertip would miss. A link in the middle of a sentence is as high as its line; a mark on
 * the track of a replay lies where its moment does, and the list of moments leads to the same.
 */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(smallerThan, FINGER);
}

/** In the page. */
function smallerThan(finger: number): string[] {
  const controls =
    'button:not(.track *), a[href], input, select, textarea, summary, [role=tab], [role=menuitem], [role=switch]';
  /** A link with words beside it, in a line of text. */
  function inSentence(one: Element): boolean {
    if (!one.matches('a') || getComputedStyle(one).display !== 'inline') return false;
    let line = one.parentElement;
    while (line && getComputedStyle(line).display.startsWith('inline')) line = line.parentElement;
    const words = document.createTreeWalker(line ?? one, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode;
      if (/[\p{L}\p{N}]/u.test(text.textContent ?? '') && !text.parentElement?.closest('a, button')) return true;
    }
    return false;
  }

  /** With its label, which chooses or switches as well, and with what lies round it unseen. */
  function sizeOf(one: Element): { width: number; height: number } {
    const boxes = [one, one.matches('input') && one.closest('label')].flatMap((box) =>
      box ? [box.getBoundingClientRect()] : [],
    );
    const round = getComputedStyle(one, '::before');
    const unseen = round.content !== 'none' && round.position === 'absolute';
    const largest = (side: 'width' | 'height') =>
      Math.max(...boxes.map((box) => box[side]), unseen ? parseFloat(round[side]) : 0);
    return { width: largest('width'), height: largest('height') };
  }

  return [...document.querySelectorAll(controls)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) && !inSentence(one))
    .map((one) => ({ one, size: sizeOf(one) }))
    .filter(({ size }) => size.width > 1 && size.height > 1)
    .filter(({ size }) => Math.round(size.width) < finger || Math.round(size.height) < finger)
    .map(({ one, size }) => {
      const name = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? '';
      return `${one.tagName.toLowerCase()} “${name}” ${Math.round(size.width)} × ${Math.round(size.height)}`;
    });
}
