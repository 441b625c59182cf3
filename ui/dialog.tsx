'use client';

import { cloneElement, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from './button';
import { later, useLater } from './later';

// Most dialogs of a page are never opened: what draws them is fetched when the first one is.
const sheet = later(() => import('./dialog-sheet'));

interface TriggerProps {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'dialog';
  'aria-expanded'?: boolean;
  'aria-busy'?: boolean;
}

export interface DialogProps {
  title: ReactNode;
  detail?: ReactNode;
  /** What opens it; leave out to open it by `open`. */
  trigger?: ReactElement;
  open?: boolean;
  /** Open to begin with; without `open`. */
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  broad?: boolean;
  children?: ReactNode;
}

/** A sheet above the page: focus stays in it, Escape closes it, focus returns. */
export function Dialog(props: DialogProps) {
  const { trigger, open, defaultOpen = false, onOpenChange } = props;
  const [wanted, setWanted] = useState(open ?? defaultOpen);
  if (open && !wanted) setWanted(true);
  const drawn = useLater(sheet, wanted);
  if (wanted && drawn) return <drawn.DialogSheet {...props} />;
  if (!trigger) return null;
  // What opens it stands, and keeps the focus, until the sheet is there.
  return cloneElement(trigger as ReactElement<TriggerProps>, {
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
    'aria-busy': wanted,
    onClick: () => (open === undefined ? setWanted(true) : onOpenChange?.(true)),
    onPointerEnter: () => void sheet.fetch(),
    onFocus: () => void sheet.fetch(),
  });
}

/** Inside a dialog: closes it, whatever else it does. */
export function DialogClose({ children }: { children: ReactNode }) {
  const drawn = useLater(sheet);
  return drawn ? <drawn.SheetClose>{children}</drawn.SheetClose> : null;
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
