import {
  BookOpen,
  CornerDownRight,
  Flag,
  Lightbulb,
  Link as LinkIcon,
  MessageCircleQuestionMark,
  type LucideIcon,
} from 'lucide-react';
import type { ContributionKind } from '@/domain/vocabulary';
import { Icon } from './icon';

const KINDS: Record<ContributionKind, { label: string; icon: LucideIcon }> = {
  question: { label: 'Question', icon: MessageCircleQuestionMark },
  advice: { label: 'Advice', icon: Lightbulb },
  challenge: { label: 'Challenge', icon: Flag },
  story: { label: 'Story', icon: BookOpen },
  resource: { label: 'Resource', icon: LinkIcon },
  answer: { label: 'Answer', icon: CornerDownRight },
};

/** The word for a kind of contribution. */
export function kindLabel(kind: ContributionKind): string {
  return KINDS[kind].label;
}

/** The icon of a kind; its word always stands beside it. */
export function KindIcon({ kind, className }: { kind: ContributionKind; className?: string }) {
  return <Icon as={KINDS[kind].icon} className={className ?? ''} />;
}

/** Icon and word of a kind, as a contribution's heading has them. */
export function KindLabel({ kind }: { kind: ContributionKind }) {
  return (
    <span className="k">
      <KindIcon kind={kind} />
      {kindLabel(kind)}
    </span>
  );
}
