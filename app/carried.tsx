/** What a form carries beside its fields: which lab, whom it is about. At the end of the form, unseen. */
export function Carried(fields: Record<string, string>) {
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
