import type { ReactNode } from 'react';
import { Split } from './split';

/** A link that opened once, or would have: why it doesn’t now, and whom to ask. */
export function ClosedLink({ children }: { children: ReactNode }) {
  return (
    <Split>
      <h1>This link is closed</h1>
      <p className="soft mt-[10px]">{children}</p>
    </Split>
  );
}

/** A link that never was one. */
export function LinkToNowhere() {
  return (
    <Split>
      <h1>This link leads nowhere</h1>
      <p className="soft mt-[10px]">
        Perhaps a part of it is missing. Copy the whole of it, or ask whoever sent it for a new one.
      </p>
    </Split>
  );
}
