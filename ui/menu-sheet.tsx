'use client';

import { useRef, type FocusEvent } from 'react';
import { DropdownMenu } from 'radix-ui';
import { Link } from './link';
import type { MenuItemProps, MenuProps } from './menu';

/** The list itself, open as soon as it is there; opened `byKey` its first line has the focus, as when it is opened again. */
export function MenuSheet({ trigger, align = 'end', byKey, children }: MenuProps & { byKey: boolean }) {
  const atFirst = useRef(byKey);
  const onFocus = ({ currentTarget, target }: FocusEvent) => {
    if (!atFirst.current || target !== currentTarget) return;
    atFirst.current = false;
    currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  };
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        {/* A landmark of its own, as it stands outside of the page's. */}
        <section aria-label="Menu">
          <DropdownMenu.Content className="menu" align={align} sideOffset={6} collisionPadding={12} onFocus={onFocus}>
            {children}
          </DropdownMenu.Content>
        </section>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export function SheetItem({ href, onSelect, children }: MenuItemProps) {
  if (!href) {
    return (
      <DropdownMenu.Item className="menu-item" {...(onSelect ? { onSelect } : {})}>
        {children}
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item asChild>
      <Link className="menu-item" href={href}>
        {children}
      </Link>
    </DropdownMenu.Item>
  );
}

export function SheetRule() {
  return <DropdownMenu.Separator className="menu-rule" />;
}
