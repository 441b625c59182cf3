/** A session that has not begun, as far as its number goes. */
export interface Numbered {
  id: string;
  number: number;
  /** ms since the epoch. */
  at: number;
}

/**
 * The numbers that sessions get anew so that those which have not begun are counted by their dates: they share out what
 * they have, and what is not above `begun`, the highest of those that have begun, is replaced by what follows `highest`,
 * the lab's highest. Who has begun or was cancelled keeps theirs, so that nothing is ever called by two numbers or two
 * things by one. Only what changes.
 */
export function renumbered(
  toCome: readonly Numbered[],
  { begun, highest }: { begun: number; highest: number },
): { id: string; number: number }[] {
  const numbers = toCome.map(({ number }) => number).filter((number) => number > begun);
  numbers.sort((a, b) => a - b);
  for (let next = highest + 1; numbers.length < toCome.length; next += 1) numbers.push(next);
  const byDate = toCome.toSorted((a, b) => a.at - b.at || a.number - b.number);
  return byDate.flatMap(({ id, number }, place) => {
    const given = numbers[place] ?? number;
    return given === number ? [] : [{ id, number: given }];
  });
}
