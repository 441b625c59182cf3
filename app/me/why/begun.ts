import { z } from 'zod';

/** An answer that is being written, and the id of the one that it was begun from, empty for none. */
export interface Begun {
  body: string;
  base: string;
}

/** Reads what a device kept of an answer: what is older than the id beside it was begun from the latest. */
export function readBegun(stored: unknown, latest: string): Begun | undefined {
  const begun = z.union([
    z.object({ body: z.string(), base: z.string() }),
    z.string().transform((body) => ({ body, base: latest })),
  ]);
  return begun.safeParse(stored).data;
}
