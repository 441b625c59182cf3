import { expect, type Locator } from '@playwright/test';
import sharp from 'sharp';
import type { Person } from './person';

/** Does something where the reader's system has set the colours. */
export async function inOwnColours({ page }: Pick<Person, 'page'>, look: () => Promise<void>): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  await look();
  await page.emulateMedia({ forcedColors: null });
}

/** No two of them look alike: each holds another share of ink. */
export async function drawnApart(what: Record<string, Locator>): Promise<void> {
  const seen: [string, number][] = [];
  for (const [name, one] of Object.entries(what)) {
    const { channels } = await sharp(await one.first().screenshot()).stats();
    const light = channels.slice(0, 3).reduce((sum, { mean }) => sum + mean / 3, 0);
    for (const [other, its] of seen) expect(Math.abs(its - light), `${other} and ${name}`).toBeGreaterThan(12);
    seen.push([name, light]);
  }
}

/** It has a colour of its own there, which the page behind it doesn't have. */
export async function stands(drawing: Locator, property: 'background-color' | 'border-bottom-color', pseudo?: string) {
  return drawing.first().evaluate(
    (one, [property, pseudo]) => {
      const colour = getComputedStyle(one, pseudo).getPropertyValue(property!);
      const behind = getComputedStyle(document.documentElement).backgroundColor;
      return colour !== behind && colour !== 'rgba(0, 0, 0, 0)';
    },
    [property, pseudo],
  );
}
