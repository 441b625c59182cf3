import type { ReactNode } from 'react';
import { Link } from './link';
import { Mark } from './mark';
import { TopNav, type NavItem } from './top-nav';

interface TopBarProps {
  /** Where the mark leads; null for nowhere. */
  home?: string | null;
  /** The lab that one is in; a switcher takes the place of its name. */
  lab?: { name: string; href?: string; switcher?: ReactNode };
  /** Beside the lab's name: "Session 14", the live dot. */
  beside?: ReactNode;
  nav?: readonly NavItem[];
  /** At the right: who is here, buttons. `hide` in a class name leaves something out on a phone. */
  children?: ReactNode;
}

/** The bar at the top of every page. On a phone the names give way to the navigation. */
export function TopBar({ home = '/', lab, beside, nav, children }: TopBarProps) {
  return (
    <header className="bar">
      <Mark {...(home === null ? {} : { href: home })} />
      {lab && <span className={nav ? 'sep hide' : 'sep'} />}
      {lab &&
        (lab.switcher ||
          (lab.href ? (
            <Link className={nav ? 'lab hide' : 'lab'} href={lab.href} title={lab.name}>
              {lab.name}
            </Link>
          ) : (
            <span className={nav ? 'lab hide' : 'lab'} title={lab.name}>
              {lab.name}
            </span>
          )))}
      {beside}
      {nav && <TopNav items={nav} />}
      {children && <div className="side">{children}</div>}
    </header>
  );
}
