import type { Id } from '@/domain/session/state';

/** A place, from 0, in words. */
export function placeIn(order: readonly Id[], place: number): string {
  return `place ${place + 1} of ${order.length}`;
}

/** What is said of a deal that stands at another place than before. */
export function isNowAt(title: string, order: readonly Id[], place: number): string {
  return `${title} is now at ${placeIn(order, place)}.`;
}
