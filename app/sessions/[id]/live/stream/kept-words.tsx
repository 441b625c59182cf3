'use client';

import clsx from 'clsx';
import { Composer } from './composer';
import { UnsentWords } from './unsent-words';
import { useComposer } from './use-composer';

/** Where nobody is on the hot seat: what was begun, waits or was refused stays its writer's, and can go out late. */
export function KeptWords({ className }: { className: string }) {
  const { draft } = useComposer();
  return (
    <div className={clsx('empty:hidden', className)}>
      <UnsentWords />
      {draft.body.trim() !== '' && <Composer />}
    </div>
  );
}
