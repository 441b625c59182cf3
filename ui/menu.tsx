'use client';

import {
  cloneElement,
  lazy,
  startTransition,
  Suspense,
  useState,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react';

// Most menus of a page are never opened: what draws them is fetched when one is about to be.
const sheet = () => import('./menu-sheet');

/** Fetches what draws menus, before the first is opened. */
export const preloadMenu = () => void sheet();

const MenuSheet = lazy(() => sheet().then((module) => ({ default: module.MenuSheet })));
const SheetItem = lazy(() => sheet().then((module) => ({ default: module.SheetItem })));
const SheetRule = lazy(() => sheet().then((module) => ({ default: module.SheetRule })));

interface TriggerProps {
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

export interface MenuProps {
  /** One focusable element, such as a `Button`. */
  trigger: ReactElement;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A short list that opens under its button; arrows and letters move in it. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(props.trigger as ReactElement<TriggerProps>, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => startTransition(() => setWanted(true)),
    onPointerEnter: () => void sheet(),
    onFocus: () => void sheet(),
  });
  // A transition: the button stands, and keeps the focus, until the list is there.
  return <Suspense fallback={null}>{wanted ? <MenuSheet {...props} /> : closed}</Suspense>;
}

export interface MenuItemProps {
  href?: string;
  onSelect?: () => void;
  children: ReactNode;
}

/** A line of a menu: a link, or something to do. */
export function MenuItem(props: MenuItemProps) {
  return <SheetItem {...props} />;
}

/** A hairline between parts of a menu. */
export function MenuRule() {
  return <SheetRule />;
}
