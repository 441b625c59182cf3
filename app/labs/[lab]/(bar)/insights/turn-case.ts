import type { TurnCase } from '@/domain/insights/cases';
import type { Case } from './cases';
import type { Look } from './look';

/** A turn in the list behind a figure: the deal and its rep, with a way to the deal's page. */
export function turnCase({ slug }: Pick<Look, 'slug'>, turn: TurnCase, says: string): Case {
  return {
    key: turn.turnId,
    href: `/labs/${slug}/scenarios/${turn.scenarioId}`,
    label: turn.deal,
    meta: `${turn.repName}, session ${turn.sessionNumber} · ${says}`,
  };
}
