import type { ReactNode } from 'react';
import { Notice } from '@/ui/notice';
import { Voice } from '@/ui/voice';

interface WrittenElsewhereProps {
  /** What happened meanwhile, up to "There it says:". */
  children: ReactNode;
  /** What is kept there, whole. */
  there: string;
  /** What may become of the two. */
  choices: ReactNode;
}

/** In another tab or on another device the same was written: its words stand beside what was written here. */
export function WrittenElsewhere({ children, there, choices }: WrittenElsewhereProps) {
  return (
    <div className="mt-3">
      <Notice tone="now" icon={null}>
        {children}
      </Notice>
      <Voice className="my-3 max-h-40 overflow-y-auto">{there}</Voice>
      <div className="row wrap">{choices}</div>
    </div>
  );
}
