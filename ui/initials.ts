/** At most two letters for a badge: the first of the first and of the last word; `?` for a name without letters. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const first = words[0];
  if (!first) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .flatMap((word) => (word ? [[...word][0] ?? ''] : []))
    .join('')
    .toLocaleUpperCase('en');
}
