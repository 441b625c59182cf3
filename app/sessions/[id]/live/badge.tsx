import type { Id } from '@/domain/session';
import { Who } from '@/ui/who';
import { useRoom } from './connection/use-room';
import { nameOf, standingOf } from './select';

/** The badge of somebody whom the room knows, beside their name. */
export function Badge({ id }: { id: Id }) {
  const name = useRoom((view) => nameOf(view, id));
  const standing = useRoom((view) => standingOf(view, id));
  const badge = useRoom((view) => view.people[id]?.initials);
  return <Who name={name} badge={badge} standing={standing} silent />;
}
