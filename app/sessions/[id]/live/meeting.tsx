'use client';

import { createContext, use, useReducer, type Dispatch, type ReactNode } from 'react';
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

/** The same, told to a page that is there: what its lobby shows as long as there is one. */
export type NewerMeeting = Omit<Meeting, 'lobby'> & Partial<Pick<Meeting, 'lobby'>>;

const MeetingContext = createContext<readonly [Meeting, Dispatch<NewerMeeting>] | null>(null);

const renewed = (known: Meeting, newer: NewerMeeting): Meeting => ({ ...known, ...newer });

/** Hands the page's facts to everything inside, until somebody there tells newer ones. */
export function MeetingProvider({ meeting, children }: { meeting: Meeting; children: ReactNode }) {
  return <MeetingContext value={useReducer(renewed, meeting)}>{children}</MeetingContext>;
}

/** The page's facts about this session, and how newer ones are told. */
export function useMeetingTold(): readonly [Meeting, Dispatch<NewerMeeting>] {
  const told = use(MeetingContext);
  if (!told) throw new Error('This is drawn inside a MeetingProvider.');
  return told;
}

/** The page's facts about this session. */
export function useMeeting(): Meeting {
  return useMeetingTold()[0];
}
