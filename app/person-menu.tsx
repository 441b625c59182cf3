'use client';

import { startTransition } from 'react';
import type { Account } from '@/db/people';
import type { Role } from '@/domain/vocabulary';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';
import { Who } from '@/ui/who';
import { signOut } from './(public)/sign-in/actions';

const STANDINGS = { host: 'host', rep: 'rep', observer: 'watch' } as const;

/** The badge at the right of every page: one's account, and the way out. */
export function PersonMenu({ person, role = 'rep' }: { person: Pick<Account, 'name' | 'initials'>; role?: Role }) {
  return (
    <Menu
      trigger={
        <button type="button" className="who-link" aria-label={`${person.name}: account and sign out`}>
          <Who name={person.name} badge={person.initials} standing={STANDINGS[role]} silent />
        </button>
      }
    >
      <MenuItem href="/me">Account</MenuItem>
      <MenuItem href="/labs">My labs</MenuItem>
      <MenuItem href="/me/why">My why</MenuItem>
      <MenuRule />
      <MenuItem onSelect={() => startTransition(() => signOut())}>Sign out</MenuItem>
    </Menu>
  );
}
