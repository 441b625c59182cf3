'use client';

import type { ReactNode } from 'react';
import { useZoneKnown } from '@/ui/viewer';

/** What is said of times in the visitor's zone, and what of the lab's as long as nothing is known of the visitor. */
export function WhoseTime({ visitors, labs }: { visitors: ReactNode; labs: ReactNode }) {
  return useZoneKnown() ? visitors : labs;
}
