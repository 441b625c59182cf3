/** How long somebody who deleted their account, or a lab, may change their mind. */
export const DAYS_TO_RETURN = 14;

/** The instant at which what was deleted at `deletedAt` is erased; both in ms. */
export function erasedAt(deletedAt: number): number {
  return deletedAt + DAYS_TO_RETURN * 24 * 60 * 60_000;
}
