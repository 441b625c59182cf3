import type { SessionState } from './state';

/**
 * How much was said in the turns that ended, late words too, and how much of it was marked helpful: what still stands.
 * The closing round and the recap both count so.
 */
export function saidIn({ turns, turn, touched }: SessionState): { contributions: number; helpful: number } {
  const open = new Set(turn?.contributions.map(({ id }) => id));
  const gone = Object.keys(touched).filter((id) => touched[id]?.gone && !open.has(id)).length;
  return {
    contributions: turns.reduce((sum, one) => sum + one.contributions + one.late, -gone),
    helpful: turns.flatMap(({ helpful }) => helpful).filter((id) => !touched[id]?.gone).length,
  };
}
