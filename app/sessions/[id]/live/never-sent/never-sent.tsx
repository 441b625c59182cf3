'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
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
  const heading = useFocusAfter(unsent.length);
  if (unsent.length === 0) return null;
  return (
    <section className="no-print mt-8 border-t border-rule pt-5 pb-8" aria-labelledby="never-sent">
      <h2 ref={heading} id="never-sent" tabIndex={-1} className="text-4">
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
  const whose = <span className="sr">{`: ${label}, ${text.slice(0, 60)}`}</span>;
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

/** The heading has the focus once words are gone, and with them what had it; the page, once all of them are. */
function useFocusAfter(count: number) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const fewer = count < before.current;
    before.current = count;
    if (!fewer) return;
    // After the dialog has tried to give it back.
    const timer = setTimeout(() => {
      const main = document.querySelector<HTMLElement>('main');
      if (main) main.tabIndex = -1;
      if (document.activeElement === document.body) (heading.current ?? main)?.focus();
    });
    return () => clearTimeout(timer);
  }, [count]);
  return heading;
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
