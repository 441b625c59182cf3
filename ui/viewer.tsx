'use client';

import { createContext, use, useEffect, type ReactNode } from 'react';
import { HOUSE_LOCALE } from './time-text';
import { useHydrated } from './use-hydrated';

/** For whom times are drawn. The server and the device draw alike, so that nothing changes as the page wakes up. */
export interface Viewer {
  /** The language that dates are written in, such as `en-GB`. */
  locale: string;
  /** An IANA zone: the one that was chosen, or the device's own. Undefined until this device has said it once. */
  zone: string | undefined;
}

const YEAR_S = 365 * 24 * 60 * 60;
const ViewerContext = createContext<Viewer>({ locale: HOUSE_LOCALE, zone: undefined });

/** Hands the viewer to everything inside, and tells the server this device's zone for the pages to come. */
export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  useEffect(() => {
    document.cookie = `device-zone=${encodeURIComponent(deviceZone())}; path=/; max-age=${YEAR_S}; samesite=lax`;
  }, []);
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

/** The language and zone to draw a time in; `fallback` is the zone until the device is known. */
export function useViewer(fallback: string): { locale: string; zone: string } {
  const { locale, zone } = use(ViewerContext);
  const here = useHydrated();
  return { locale, zone: zone ?? (here ? deviceZone() : fallback) };
}

/** Whether times are drawn in the viewer's own zone by now, and not in the fallback. */
export function useZoneKnown(): boolean {
  const { zone } = use(ViewerContext);
  const here = useHydrated();
  return here || zone !== undefined;
}

/** The language to write days and money in. */
export function useLocale(): string {
  return use(ViewerContext).locale;
}

let zoneOfDevice: string | undefined;

/** The IANA zone of the device's own clock; in the browser alone. */
export function deviceZone(): string {
  return (zoneOfDevice ??= askedZone());
}

/** Browsers that have Temporal needn't make a whole formatter for it. */
function askedZone(): string {
  const { Temporal } = globalThis as { Temporal?: { Now: { timeZoneId: () => string } } };
  return Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
