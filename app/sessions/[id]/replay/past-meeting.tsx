'use client';

import { createContext, use } from 'react';

/** What the page knows of the session that is looked at. */
export interface PastMeeting {
  id: string;
  number: number;
  lab: { name: string; slug: string; timeZone: string };
}

const PastMeetingContext = createContext<PastMeeting | null>(null);
export const PastMeetingProvider = PastMeetingContext;

/** The page's facts about this session. */
export function usePastMeeting(): PastMeeting {
  const meeting = use(PastMeetingContext);
  if (!meeting) throw new Error('This is drawn inside a PastMeetingProvider.');
  return meeting;
}
