import type { Moment } from '@/domain/replay/moments';
import { Icon, Spark } from '@/ui/icon';
import { DecisionIcon } from '@/ui/outcomes';
import { MOMENT_ICONS } from './moment-words';

/** The sign of a moment, beside its words. */
export function MomentIcon({ moment }: { moment: Moment }) {
  if (moment.kind === 'reveal') return <Spark />;
  if (moment.kind === 'commitment') return <DecisionIcon decision={moment.decision} />;
  return <Icon as={MOMENT_ICONS[moment.kind]} />;
}
