'use client';

import { useCallback } from 'react';
import { FORMER_MEMBER } from '@/domain/vocabulary';
import { useRoom } from '../live/connection/use-room';

/** Names for the ids of the log. */
export function useNames(): (id: string) => string {
  const people = useRoom((view) => view.people);
  return useCallback((id) => people[id]?.name ?? FORMER_MEMBER, [people]);
}
