import type { ReactNode } from 'react';
import { LinkButton } from '@/ui/button';
import { Split } from './split';

/** A link that opened once, or would have: why it doesn’t now, and whom to ask. */
export function ClosedLink({ children }: { children: ReactNode }) {
  return (
    <Split>
      <h1>This link is closed</h1>
      <p className="soft mt-[10px] mb-[30px]">{children}</p>
      <WayOn />
    </Split>
  );
}

/** A link that never was one. */
export function LinkToNowhere() {
  return (
    <Split>
      <h1>This link leads nowhere</h1>
      <p className="soft mt-[10px] mb-[30px]">
        Perhaps a part of it is missing. Copy the whole of it, or ask whoever sent it for a new one.
      </p>
      <WayOn />
    </Split>
  );
}

/** To one's lab; whoever is not signed in does that first. */
function WayOn() {
  return <LinkButton href="/">To the front page</LinkButton>;
}
