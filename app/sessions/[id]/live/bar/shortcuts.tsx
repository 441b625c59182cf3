'use client';

import { useState } from 'react';
import { Keyboard } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { Kbd } from '@/ui/words';
import { useKeyboard, useKeys } from '../use-keys';

const ShortcutsDialog = lazyPart(() => import('./shortcuts-dialog').then((module) => module.ShortcutsDialog));

/** The keys and what they do, behind a button and behind `?`. */
export function ShortcutsButton() {
  const [open, setOpen] = useState(false);
  useKeys({ list: () => setOpen(true) });
  useKeyboard();
  return (
    <>
      <Button size="sm" variant="plain" className="hide" aria-label="Keyboard shortcuts" onClick={() => setOpen(true)}>
        <Icon as={Keyboard} />
        <Kbd>?</Kbd>
      </Button>
      {open && <ShortcutsDialog onOpenChange={setOpen} />}
    </>
  );
}
