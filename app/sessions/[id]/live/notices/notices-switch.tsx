'use client';

import { useState } from 'react';
import { SwitchField } from '@/ui/toggles';
import { useMeeting } from '../meeting';
import { useNoticesWanted } from './wanted';

/** Switches on that the browser calls one back to the room; it asks for leave then, and not before. */
export function NoticesSwitch() {
  const [{ open, next }, turn] = useNoticesWanted(useMeeting().userId);
  const [refused, setRefused] = useState(false);
  return (
    <>
      <SwitchField
        label="Call me back to the room"
        detail="With a notification, when you are next and when the room opens, while you look at something else. Kept on this device."
        checked={open || next}
        onChange={({ target: { checked } }) =>
          void turn({ open: checked, next: checked }).then((now) => setRefused(now === 'refused'))
        }
      />
      <p className="meta" role="status">
        {refused && 'This browser does not allow it. Its settings for this site say so.'}
      </p>
    </>
  );
}
