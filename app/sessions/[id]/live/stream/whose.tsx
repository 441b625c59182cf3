'use client';

import type { Contribution } from '@/domain/session/state';
import { kindLabel } from '@/ui/kinds';
import { useRoom } from '../connection/use-room';
import { nameOf } from '../select';
import { useStreamFacts } from './facts';

/** For screen readers, in the name of a button that each contribution has: whose words it is for. */
export function Whose({ one }: { one: Contribution }) {
  const { me } = useStreamFacts();
  const name = useRoom((view) => nameOf(view, one.by));
  const whose = one.by === me ? 'your' : `${name}’s`;
  return <span className="sr">{` ${whose} ${kindLabel(one.kind).toLowerCase()}`}</span>;
}
