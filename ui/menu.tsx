'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { DropdownMenu } from 'radix-ui';

interface MenuProps {
  /** One focusable element, such as a `Button`. */
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A short list that opens under its button; arrows and letters move in it. */
export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align={align} sideOffset={6} collisionPadding={12}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  href?: string;
  onSelect?: () => void;
  children: ReactNode;
}

/** A line of a menu: a link, or something to do. */
export function MenuItem({ href, onSelect, children }: MenuItemProps) {
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

/** A hairline between parts of a menu. */
export function MenuRule() {
  return <DropdownMenu.Separator className="menu-rule" />;
}
