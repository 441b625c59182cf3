'use client';

import { usePathname } from 'next/navigation';
import { Link } from './link';
import { Menu, MenuItem } from './menu';

export interface NavItem {
  href: string;
  label: string;
  /** Current on this very page alone, not below it. */
  exact?: boolean;
  /** Current below this address too. */
  also?: string;
  /** Where there is little room, under "More", unless it is the page that is open. */
  more?: boolean;
}

function isCurrent(item: NavItem, path: string): boolean {
  const under = (href: string) => path.startsWith(`${href}/`);
  return path === item.href || (!item.exact && under(item.href)) || (item.also !== undefined && under(item.also));
}

/** The lab's pages; the one that is open is marked. */
export function TopNav({ items, label = 'Lab' }: { items: readonly NavItem[]; label?: string }) {
  const path = usePathname();
  const more = items.filter((item) => item.more);
  return (
    <nav aria-label={label}>
      {items.map((item) => {
        const current = isCurrent(item, path);
        return (
          <Link
            key={item.href}
            href={item.href}
            className={item.more && !current ? 'spare' : undefined}
            aria-current={current ? 'page' : undefined}
          >
            {item.label}
          </Link>
        );
      })}
      {more.length > 0 && (
        <Menu
          align="start"
          trigger={
            <button type="button" className="more">
              More
            </button>
          }
        >
          {more.map((item) => (
            <MenuItem key={item.href} href={item.href}>
              {item.label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </nav>
  );
}
