import { expect } from '@playwright/test';
import { LAPTOP, PHONE, type Person } from './person';

/** One click from lab home, lobby and room on a phone and on a laptop, wide enough for a thumb and beside all the rest. */
export async function leadsTo(person: Person, call: string): Promise<void> {
  const { page } = person;
  const link = page.getByRole('link', { name: 'Open the call' }).filter({ visible: true });
  await person.goHome();
  for (const viewport of [PHONE, LAPTOP]) {
    await page.setViewportSize(viewport);
    await expect(link).toHaveAttribute('href', call);
  }
  await person.enter();
  for (const viewport of [PHONE, LAPTOP]) {
    await page.setViewportSize(viewport);
    // In the lobby beside the bar's own.
    await expect(link).toHaveCount(2);
    for (const one of await link.all()) {
      await expect(one).toHaveAttribute('href', call);
      // A page beside this one for a link of the web, and none for a number.
      expect(await one.getAttribute('target')).toBe(call.startsWith('tel:') ? null : '_blank');
    }
  }
}

/** On a phone in the room: one link, wide enough for a thumb, with no word and no control under it. */
export async function standsApart({ page }: Person, call: string): Promise<void> {
  const link = page.getByRole('link', { name: 'Open the call' }).filter({ visible: true });
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', call);
  const under = await link.evaluate((one) => {
    const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
    const found = width < 44 || height < 44 || right > window.innerWidth ? ['it is too small, or cut off'] : [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      if (!text.data.trim() || one.contains(text) || !text.parentElement?.checkVisibility({ visibilityProperty: true }))
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const meets = [...range.getClientRects()].some(
        (rect) => rect.width > 1 && rect.left < right && rect.right > left && rect.top < bottom && rect.bottom > top,
      );
      if (meets) found.push(text.data.trim());
    }
    return found;
  });
  expect(under).toEqual([]);
}
