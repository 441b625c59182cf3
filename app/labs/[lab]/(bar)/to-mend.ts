/** What is said below a deal's form of which some fields can't be taken as they are. */
export function toMend(errors: Record<string, string>): string {
  const count = Object.keys(errors).length;
  return count === 1 ? 'One thing above needs another look.' : `${count} things above need another look.`;
}
