/** Where lab home answers to a report from it without scripts: there it knows which one, though it be the viewer's no more. */
export function reportAddress(slug: string, commitmentId: string): string {
  return `/labs/${slug}?report=${commitmentId}`;
}
