'use client';

import { useState, type ReactNode } from 'react';
import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import clsx from 'clsx';
import { buttonClass } from './button';
import type { DialogProps } from './dialog';
import { Icon } from './icon';

const TO_BEGIN_WITH =
  'input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select, button:not(.close), a';

/** Where there is nothing to write or press the sheet has the focus: a key that scrolls would turn a switch. */
function startAtTheSheet(event: Event): void {
  const sheet = event.currentTarget as HTMLElement;
  if (sheet.querySelector(TO_BEGIN_WITH)) return;
  event.preventDefault();
  sheet.focus();
}

/** What has the focus; in a menu, which closes, what opened that. */
function focused(): HTMLElement | null {
  const { activeElement } = document;
  const opener = activeElement?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return opener ? document.getElementById(opener) : (activeElement as HTMLElement | null);
}

/** What had the focus when the sheet was opened last. */
function useFocusedBefore(open: boolean): HTMLElement | null {
  const [was, setWas] = useState<{ open: boolean; before: HTMLElement | null }>({ open: false, before: null });
  if (open !== was.open) setWas({ open, before: open ? focused() : was.before });
  return was.before;
}

/** The sheet itself: focus stays in it, Escape closes it, focus returns. Without `open` it opens as soon as it is there. */
export function DialogSheet({ title, detail, trigger, open, onOpenChange, broad, children }: DialogProps) {
  const before = useFocusedBefore(open ?? false);
  return (
    <Radix.Root
      {...(open === undefined ? { defaultOpen: true } : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={clsx('dialog', broad && 'broad')}
          {...(detail ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={startAtTheSheet}
          onCloseAutoFocus={() => {
            // A trigger gets it back by itself; and nothing takes it from where it was sent meanwhile.
            if (!trigger && document.activeElement === document.body) before?.focus();
          }}
        >
          <Radix.Title className="pr-12 text-6">{title}</Radix.Title>
          {detail && <Radix.Description className="soft mt-2">{detail}</Radix.Description>}
          {children}
          <Radix.Close
            className={buttonClass({ variant: 'plain', square: true, className: 'close' })}
            aria-label="Close"
          >
            <Icon as={X} />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function SheetClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
