import { unstable_isUnrecognizedActionError as isUnrecognized } from 'next/navigation';

/** What is said where a server action did not come through. */
export const UNREACHED =
  'That did not reach us: there seems to be no connection. Nothing is lost; try again in a moment.';

/**
 * What a server action answers, or `otherwise` where it could not be reached, or its answer not be read. What the server
 * itself throws, a redirect among it, goes on being thrown: it carries a digest.
 */
export async function reached<T>(answer: Promise<T>, otherwise: () => T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Error) || 'digest' in error || isUnrecognized(error)) throw error;
    return otherwise();
  }
}
