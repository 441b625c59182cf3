import type { Id } from '@/domain/session/state';

/**
 * The place in the queue, 0 being next, of a deal that was put down in an order which the queue may have left meanwhile:
 * behind the nearest deal before it that still waits. Undefined where it waits no more, or stands there already.
 */
export function landing(queue: readonly Id[], order: readonly Id[], id: Id): number | undefined {
  const at = queue.indexOf(id);
  if (at < 0) return undefined;
  const others = queue.filter((one) => one !== id);
  const before = order.slice(0, order.indexOf(id)).findLast((one) => others.includes(one));
  const to = before === undefined ? 0 : others.indexOf(before) + 1;
  return to === at ? undefined : to;
}
