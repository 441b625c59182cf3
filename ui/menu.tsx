'use client';

import { cloneElement, useState, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { later, useLater } from './later';

// Most menus of a page are never opened: what draws them is fetched when one is about to be.
const sheet = later(() => import('./menu-sheet'));

interface TriggerProps {
  onClick?: (event: MouseEvent) => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
  'aria-busy'?: boolean;
}

export interface MenuProps {
  /** One focusable element, such as a `Button`. */
  trigger: ReactElement;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A short list that opens under its button; arrows and letters move in it. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState<'by key' | 'by pointer'>();
  const drawn = useLater(sheet, wanted !== undefined);
  if (wanted && drawn) return <drawn.MenuSheet {...props} byKey={wanted === 'by key'} />;
  // The button stands, and keeps the focus, until the list is there.
  return cloneElement(props.trigger as ReactElement<TriggerProps>, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    'aria-busy': wanted !== undefined,
    // A key presses a button without a click to count.
    onClick: ({ detail }) => setWanted(detail === 0 ? 'by key' : 'by pointer'),
    onPointerEnter: () => void sheet.fetch(),
    onFocus: () => void sheet.fetch(),
  });
}

export interface MenuItemProps {
  href?: string;
  onSelect?: () => void;
  children: ReactNode;
}

/** A line of a menu: a link, or something to do. */
export function MenuItem(props: MenuItemProps) {
  const drawn = useLater(sheet);
  return drawn ? <drawn.SheetItem {...props} /> : null;
}

/** A hairline between parts of a menu. */
export function MenuRule() {
  const drawn = useLater(sheet);
  return drawn ? <drawn.SheetRule /> : null;
}
