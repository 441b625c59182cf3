/** A session that has not begun, as far as its number goes. */
export interface Numbered {
  id: string;
  number: number;
  /** ms since the epoch. */
  at: number;
}

/**
 * The numbers that sessions get anew so that those which have not begun count on from `begun`, the highest of those that
 * have, by their dates and without holes. Only what changes.
 */
export function renumbered(toCome: readonly Numbered[], begun: number): { id: string; number: number }[] {
  const byDate = toCome.toSorted((a, b) => a.at - b.at || a.number - b.number);
  return byDate.flatMap(({ id, number }, place) => {
    const given = begun + 1 + place;
    return given === number ? [] : [{ id, number: given }];
  });
}
