'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { Button } from '@/ui/button';
import { CopyButton } from '@/ui/copy-button';
import { ConfirmDialog } from '@/ui/dialog';
import { Voice } from '@/ui/voice';
import type { Kept } from '../connection/kept';
import { unsentIn, type Unsent } from './unsent';

interface NeverSentProps {
  kept: Kept;
  /** The viewer's texts that the session holds. */
  said: readonly string[];
  onDelete: (name: string) => void;
}

/** After the end: one's own words that did not reach the room, to be read, copied and deleted. */
export function NeverSent({ kept, said, onDelete }: NeverSentProps) {
  const unsent = useUnsent(kept, said);
  if (unsent.length === 0) return null;
  return (
    <section className="no-print mt-8 border-t border-rule pt-5 pb-8" aria-labelledby="never-sent">
      <h2 id="never-sent" className="text-4">
        Written, and not sent
      </h2>
      <p className="meta mt-1">
        The session is over, so this can’t go out any more. It is kept on this device, and nobody else sees it.
      </p>
      <ul className="max-w-[680px]">
        {unsent.map((one) => (
          <One key={one.name} {...one} onDelete={() => onDelete(one.name)} />
        ))}
      </ul>
    </section>
  );
}

function One({ label, text, onDelete }: Unsent & { onDelete: () => void }) {
  const whose = <span className="sr">: {label}</span>;
  return (
    <li className="mt-4">
      <p className="label">{label}</p>
      <Voice className="mt-1">{text}</Voice>
      <div className="row wrap mt-2 gap-2">
        <CopyButton text={text}>Copy{whose}</CopyButton>
        <ConfirmDialog
          title="Delete what you wrote?"
          detail="It is kept nowhere but on this device."
          confirm="Delete it"
          cancel="Keep it"
          onConfirm={onDelete}
          trigger={
            <Button size="sm" variant="plain">
              Delete{whose}
            </Button>
          }
        >
          <Voice>{text}</Voice>
        </ConfirmDialog>
      </div>
    </li>
  );
}

/** What is kept and was not sent, as it stands; nothing while the page wakes up. */
function useUnsent(kept: Kept, said: readonly string[]): Unsent[] {
  const told = useSyncExternalStore(
    (listener) => kept.subscribe(listener),
    () => JSON.stringify(unsentIn(kept, said)),
    () => '[]',
  );
  return useMemo(() => JSON.parse(told) as Unsent[], [told]);
}
