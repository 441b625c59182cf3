import type { ReactNode } from 'react';
import clsx from 'clsx';

interface StageProps {
  /** What the wide column holds, for those who listen. */
  label: string;
  left: ReactNode;
  /** Controls, in view at all times. */
  foot?: ReactNode;
  /** On a phone too, the narrow column comes first: it holds what comes next. */
  leftFirst?: boolean;
  children: ReactNode;
}

/** A narrow column and a wide one, with controls at its foot; on a phone the wide one first, then the narrow. */
export function Stage({ label, left, foot, leftFirst, children }: StageProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col xl:grid xl:grid-cols-[272px_minmax(0,1fr)] xl:grid-rows-[minmax(0,1fr)_auto]">
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto xl:contents">
        <aside
          className={clsx(
            'room-left flex-none overflow-visible xl:order-none xl:row-span-2 xl:overflow-y-auto xl:pt-6',
            !leftFirst && 'order-2',
          )}
        >
          {left}
        </aside>
        <section
          aria-label={label}
          // It scrolls, so it can be reached and scrolled by keyboard.
          tabIndex={0}
          className="flex min-w-0 flex-none flex-col px-4 pt-6 pb-12 xl:min-h-0 xl:overflow-y-auto xl:px-[56px] xl:pt-9"
        >
          {children}
        </section>
      </div>
      {foot}
    </div>
  );
}

/** The row of controls under a stage. */
export function StageFoot({ children }: { children: ReactNode }) {
  return <div className="room-controls static mx-0 flex-wrap px-4 xl:px-[56px]">{children}</div>;
}
