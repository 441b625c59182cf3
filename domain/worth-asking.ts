/** A question that somebody of the lab asked about a deal that stood at the same rung, in their own words. */
export interface AskedBefore {
  id: string;
  body: string;
  by: string;
  scenarioId: string;
  deal: string;
  helpful: boolean;
  /** In how many commitments it was used. */
  used: number;
}
