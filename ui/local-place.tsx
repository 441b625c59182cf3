'use client';

import { useViewer } from './viewer';
import { zonePlace } from './zone-place';

/** The place whose clock `LocalTime` shows: "London". */
export function LocalPlace({ zone }: { zone: string }) {
  return zonePlace(useViewer(zone).zone);
}
