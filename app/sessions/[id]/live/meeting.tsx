'use client';

import { createContext, use, type ReactNode } from 'react';
import type { LobbyFacts } from '@/db/lobby';
import type { SessionStatus } from '@/domain/vocabulary';

/** What the page knows about the session and the room does not say. */
export interface Meeting {
  sessionId: string;
  lab: { name: string; slug: string };
  /** Which session of the lab this is, from 1. */
  number: number;
  /** When it is planned to begin, ISO 8601 in UTC. */
  startsAt: string;
  callUrl: string | null;
  /** As it stood when the page was made. */
  status: SessionStatus;
  /** Who looks: an account, or a guest of this session. */
  userId: string;
  /** They came by a link for this session: there is nothing else for them here. */
  guest: boolean;
  /** What the lobby shows; from `lobbyFacts` of db/lobby. */
  lobby: LobbyFacts;
}

const MeetingContext = createContext<Meeting | null>(null);

/** Hands the page's facts to everything inside. */
export function MeetingProvider({ meeting, children }: { meeting: Meeting; children: ReactNode }) {
  return <MeetingContext value={meeting}>{children}</MeetingContext>;
}

/** The page's facts about this session. */
export function useMeeting(): Meeting {
  const meeting = use(MeetingContext);
  if (!meeting) throw new Error('This is drawn inside a MeetingProvider.');
  return meeting;
}
