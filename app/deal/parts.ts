import type { DealDraft } from '@/domain/deal-draft';

/** What every part of the form gets. */
export interface PartProps {
  draft: DealDraft;
  change: (change: Partial<DealDraft>) => void;
  errors: Record<string, string>;
  /** What somebody else wrote meanwhile, by field. */
  theirs?: Partial<Record<string, string>> | undefined;
}
