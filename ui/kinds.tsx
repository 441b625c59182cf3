import {
  BookOpen,
  CornerDownRight,
  Flag,
  Lightbulb,
  Link as LinkIcon,
  MessageCircleQuestionMark,
  type LucideIcon,
} from 'lucide-react';
import { KIND_WORD, type ContributionKind } from '@/domain/vocabulary';
import { Icon } from './icon';

const ICONS: Record<ContributionKind, LucideIcon> = {
  question: MessageCircleQuestionMark,
  advice: Lightbulb,
  challenge: Flag,
  story: BookOpen,
  resource: LinkIcon,
  answer: CornerDownRight,
};

/** The word for a kind of contribution. */
export function kindLabel(kind: ContributionKind): string {
  return KIND_WORD[kind];
}

/** The icon of a kind; its word always stands beside it. */
export function KindIcon({ kind, className }: { kind: ContributionKind; className?: string }) {
  return <Icon as={ICONS[kind]} className={className ?? ''} />;
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
