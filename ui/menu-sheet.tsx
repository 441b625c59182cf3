'use client';

import { DropdownMenu } from 'radix-ui';
import { Link } from './link';
import type { MenuItemProps, MenuProps } from './menu';

/** The list itself, open as soon as it is there. */
export function MenuSheet({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={6} collisionPadding={12}>
          {children}
        </DropdownMenu.Content>
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
