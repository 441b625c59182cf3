const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What a sentence lists: "Ruth, Tom and Amara". */
export function listed(items: readonly string[]): string {
  return list.format(items);
}
