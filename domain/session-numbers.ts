/** When a session is, and how its members call it. */
export interface Counted {
  number: number;
  /** ms since the epoch. */
  at: number;
}

/** A session that has not begun, as far as its number goes. */
export interface Numbered extends Counted {
  id: string;
}

/**
 * The numbers that sessions get anew so that those which have not begun are counted by their dates: each on from those before
 * it, begun or not, by the next number that none of the begun has. Only what changes.
 */
export function renumbered(toCome: readonly Numbered[], begun: readonly Counted[]): { id: string; number: number }[] {
  const taken = new Set(begun.map(({ number }) => number));
  const earlier = begun.toSorted((a, b) => b.at - a.at);
  let last = 0;
  return toCome
    .toSorted((a, b) => a.at - b.at || a.number - b.number)
    .flatMap(({ id, number, at }) => {
      while ((earlier.at(-1)?.at ?? Infinity) <= at) last = Math.max(last, earlier.pop()?.number ?? 0);
      do last += 1;
      while (taken.has(last));
      return last === number ? [] : [{ id, number: last }];
    });
}
