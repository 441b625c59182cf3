import { currencyDigits } from '@/domain/money';
import { counted } from '@/domain/number-words';
import type { Scenario } from '@/domain/session/state';

/** "$184k": an amount in minor units, short, in the viewer's language. */
export function moneyText({ minor, currency }: { minor: number; currency: string }, locale: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  })
    .format(minor / 10 ** currencyDigits(currency))
    .replace(/K$/, 'k');
}

/** "4 other live deals", where the viewer may know. */
export function otherDeals({ pipeline }: Pick<Scenario, 'pipeline'>): string | undefined {
  if (!pipeline) return undefined;
  const { otherLiveDeals: others } = pipeline;
  return others === 1 ? '1 other live deal' : `${others === 0 ? 'no' : others} other live deals`;
}

/** "4 other live deals · hangs on it: 3 of 5", where the viewer may know. */
export function pipelineText({ pipeline }: Pick<Scenario, 'pipeline'>): string | undefined {
  return pipeline && dotted([otherDeals({ pipeline }), `hangs on it: ${pipeline.lifeOrDeath} of 5`]);
}

/** "Stuck eleven weeks"; days below two weeks. */
export function stuckFor(ageDays: number | undefined): string | undefined {
  if (ageDays === undefined) return undefined;
  return `Stuck ${ageDays < 14 ? counted(ageDays, 'day') : counted(Math.round(ageDays / 7), 'week')}`;
}

/** Parts that are there, with a dot between. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
