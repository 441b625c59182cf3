'use client';

import { useMemo } from 'react';
import { useViewer } from '@/ui/viewer';
import { usePastMeeting } from './past-meeting';

/** How instants are written here: in the viewer's zone, hours and minutes, or down to the second. */
export function useTimeWords(): { minute: (at: number) => string; second: (at: number) => string } {
  const { timeZone } = usePastMeeting().lab;
  const { locale, zone } = useViewer(timeZone);
  return useMemo(() => {
    const parts = { hour: 'numeric', minute: '2-digit', timeZone: zone } as const;
    const minute = new Intl.DateTimeFormat(locale, parts);
    const second = new Intl.DateTimeFormat(locale, { ...parts, second: '2-digit' });
    return { minute: (at) => minute.format(at), second: (at) => second.format(at) };
  }, [locale, zone]);
}
