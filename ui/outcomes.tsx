import { ArrowUp, Check, Equal, Minus, Route, Signpost, type LucideIcon } from 'lucide-react';
import clsx from 'clsx';
import type { Decision, Outcome } from '@/domain/vocabulary';
import { Icon } from './icon';

const DECISIONS: Record<Decision, { label: string; icon: LucideIcon; detail: string }> = {
  pursue: { label: 'Pursue', icon: ArrowUp, detail: 'Climb on from here. The way in is right.' },
  change: { label: 'Change approach', icon: Route, detail: 'Same deal, another way up.' },
  move_on: { label: 'Move on', icon: Signpost, detail: 'Give the hours to a deal that wants them.' },
};

const OUTCOMES: Record<Outcome, { label: string; icon: LucideIcon }> = {
  advanced: { label: 'Advanced', icon: ArrowUp },
  won: { label: 'Won', icon: Check },
  moved_on: { label: 'Moved on', icon: Signpost },
  lost: { label: 'Lost', icon: Minus },
  no_change: { label: 'No change', icon: Equal },
};

/** The word for a decision. */
export function decisionLabel(decision: Decision): string {
  return DECISIONS[decision].label;
}

/** The word for an outcome. */
export function outcomeLabel(outcome: Outcome): string {
  return OUTCOMES[outcome].label;
}

/** The icon of a decision; moving on is a signpost, never a cross. */
export function DecisionIcon({ decision }: { decision: Decision }) {
  return <Icon as={DECISIONS[decision].icon} />;
}

/** The icon of an outcome. */
export function OutcomeIcon({ outcome }: { outcome: Outcome }) {
  return <Icon as={OUTCOMES[outcome].icon} />;
}

/** Icon and word of a decision, all of equal weight. */
export function DecisionTag({ decision, className }: { decision: Decision; className?: string }) {
  return (
    <span className={clsx('out', className)}>
      <DecisionIcon decision={decision} />
      {decisionLabel(decision)}
    </span>
  );
}

/** Icon and word of an outcome, all of equal weight. */
export function OutcomeTag({ outcome, className }: { outcome: Outcome; className?: string }) {
  return (
    <span className={clsx('out', className)}>
      <OutcomeIcon outcome={outcome} />
      {outcomeLabel(outcome)}
    </span>
  );
}

/** The three decisions as options for `Choices` with `look="cards"`. */
export const DECISION_OPTIONS = (['pursue', 'change', 'move_on'] as const).map((value) => ({
  value,
  label: DECISIONS[value].label,
  detail: DECISIONS[value].detail,
  icon: <DecisionIcon decision={value} />,
}));

/** The five outcomes as options for `Choices` with `look="buttons"`, in the design's order. */
export const OUTCOME_OPTIONS = (['advanced', 'won', 'moved_on', 'lost', 'no_change'] as const).map((value) => ({
  value,
  label: OUTCOMES[value].label,
  icon: <OutcomeIcon outcome={value} />,
}));
