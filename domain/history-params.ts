import { z } from 'zod';
import { FORMER, PLACE_KINDS, TIMES, type HistoryQuery, type TimeBack } from './history-query';
import { DECISIONS, OUTCOMES } from './vocabulary';

const LONGEST_TEXT = 200;
const LAST_PAGE = 100_000;
const none = undefined;

const params = z.object({
  q: z.string().max(10_000).catch(''),
  rung: z.string().catch(''),
  decision: z.enum(DECISIONS).optional().catch(none),
  outcome: z.enum(OUTCOMES).optional().catch(none),
  kind: z.enum(PLACE_KINDS).optional().catch(none),
  person: z
    .union([z.uuid(), z.literal(FORMER)])
    .optional()
    .catch(none),
  time: z
    .enum(Object.keys(TIMES) as [TimeBack, ...TimeBack[]])
    .optional()
    .catch(none),
  labs: z.string().catch(''),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});

/** Reads an address: whatever in it can't be is left out, so that any address gives a page. */
export function readHistoryQuery(given: Record<string, string | string[] | undefined>): HistoryQuery {
  const single = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, [value].flat()[0]]));
  const { q, rung, labs, page, ...filters } = params.parse(single);
  return {
    text: q
      .normalize()
      .replace(/[\s\p{C}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_TEXT),
    rungs: rungsIn(rung),
    ...(Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as typeof filters),
    everywhere: labs === 'all',
    page,
  };
}

function rungsIn(text: string): number[] {
  const rungs = text.split('-').filter((rung) => /^[0-5]$/.test(rung));
  return [...new Set(rungs)].map(Number).sort();
}
