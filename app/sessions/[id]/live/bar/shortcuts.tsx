'use client';

import { useState } from 'react';
import { Keyboard } from 'lucide-react';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { SwitchField } from '@/ui/toggles';
import { Kbd } from '@/ui/words';
import { useKeys } from '../use-keys';
import { useShortcutsSwitch } from './shortcuts-switch';

const KEYS: readonly [keys: readonly string[], does: string][] = [
  [['N'], 'Next phase (host)'],
  [['Space'], 'Pause or go on (host)'],
  [['+'], 'One more minute (host)'],
  [['R'], 'Open the vote, then reveal the ladder (host)'],
  [['L'], 'Show or hide the ladder'],
  [['C'], 'Write a contribution'],
  [['Alt 1-5'], 'Choose its kind'],
  [['Ctrl Enter'], 'Send, or commit'],
  [['J', 'K'], 'Next, previous contribution'],
  [['H'], 'Mark it helpful (hot seat)'],
  [['?'], 'This list'],
  [['Esc'], 'Leave a field, or dismiss'],
];

/** The keys and what they do, behind a button and behind `?`. */
export function ShortcutsButton() {
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <Button size="sm" variant="plain" className="hide" aria-label="Keyboard shortcuts" onClick={() => setOpen(true)}>
        <Icon as={Keyboard} />
        <Kbd>?</Kbd>
      </Button>
      <ShortcutsDialog open={open} onOpenChange={setOpen} />
    </>
  );
}

function ShortcutsDialog(props: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const [on, turn] = useShortcutsSwitch();
  return (
    <Dialog {...props} title="Keyboard">
      <dl className="shortcuts mt-4">
        {KEYS.map(([keys, does]) => (
          <div key={does}>
            <dt className="row gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4">
        <SwitchField
          label="Single keys"
          detail="Off, only Ctrl Enter, Alt and Escape act. Kept on this device."
          checked={on}
          onChange={(event) => turn(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
