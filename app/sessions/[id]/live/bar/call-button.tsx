'use client';

import { CallIcon, CallLink } from '@/app/call-link';
import { buttonClass } from '@/ui/button';
import { useMeeting } from '../meeting';

/** The call, from wherever one is in the room; nothing where there is none. */
export function CallButton() {
  const { callUrl } = useMeeting();
  if (!callUrl) return null;
  return (
    <CallLink
      url={callUrl}
      className={buttonClass({ size: 'sm', variant: 'plain', square: true })}
      aria-label="Open the call"
      title="Open the call"
    >
      <CallIcon url={callUrl} />
    </CallLink>
  );
}
