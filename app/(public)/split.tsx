import type { ReactNode } from 'react';
import { Mark } from '@/ui/mark';
import { QuietLadder } from './quiet-ladder';

interface SplitProps {
  /** Under the form, at the foot of the page. */
  foot?: ReactNode;
  /** Beside it, in place of the quiet ladder. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Half a page to write on, half a page of quiet. */
export function Split({ foot, aside = <QuietLadder />, children }: SplitProps) {
  return (
    <div className="split">
      <main id="main">
        <Mark />
        <div className="middle">{children}</div>
        {foot && <div className="meta">{foot}</div>}
      </main>
      {aside}
    </div>
  );
}
