'use client';

import type { ReactNode } from 'react';
import { Dialog as Radix } from 'radix-ui';
import { X } from 'lucide-react';
import clsx from 'clsx';
import { Button, buttonClass } from './button';
import { Icon } from './icon';

interface DialogProps {
  title: ReactNode;
  detail?: ReactNode;
  /** What opens it; leave out to open it by `open`. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  broad?: boolean;
  children?: ReactNode;
}

/** A sheet above the page: focus stays in it, Escape closes it, focus returns. */
export function Dialog({ title, detail, trigger, open, onOpenChange, broad, children }: DialogProps) {
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil" />
        <Radix.Content
          className={clsx('dialog', broad && 'broad')}
          {...(detail ? {} : { 'aria-describedby': undefined })}
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

/** Inside a dialog: closes it, whatever else it does. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}

interface ConfirmDialogProps extends Omit<DialogProps, 'children' | 'broad'> {
  /** The verb of what happens, such as "End the session". */
  confirm: ReactNode;
  cancel?: ReactNode;
  onConfirm: () => void;
  /** What is unfinished, listed before the question. */
  children?: ReactNode;
}

/** Asks before what can't be undone. The way back has the focus. */
export function ConfirmDialog({ confirm, cancel = 'Not yet', onConfirm, children, ...rest }: ConfirmDialogProps) {
  return (
    <Dialog {...rest}>
      {children && <div className="mt-4">{children}</div>}
      <div className="dialog-foot">
        <DialogClose>
          <Button variant="ink" onClick={onConfirm}>
            {confirm}
          </Button>
        </DialogClose>
        <DialogClose>
          <Button variant="plain" autoFocus>
            {cancel}
          </Button>
        </DialogClose>
      </div>
    </Dialog>
  );
}
