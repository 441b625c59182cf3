'use client';

import { Check, ChevronsUpDown } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem, MenuRule } from '@/ui/menu';

interface LabSwitcherProps {
  here: { slug: string; name: string };
  labs: readonly { slug: string; name: string; archived: boolean }[];
}

/** The lab that one is in, and the way to one's others. */
export function LabSwitcher({ here, labs }: LabSwitcherProps) {
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="lab switcher hide" aria-label={`${here.name}: go to another lab`}>
          <span title={here.name}>{here.name}</span>
          <Icon as={ChevronsUpDown} />
        </button>
      }
    >
      {labs.map(({ slug, name, archived }) => (
        <MenuItem key={slug} href={`/labs/${slug}`}>
          <span className="grow">
            {name}
            {archived && <span className="meta"> · archived</span>}
          </span>
          {slug === here.slug && (
            <>
              <Icon as={Check} />
              <span className="sr">You are here.</span>
            </>
          )}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem href="/labs">All your labs</MenuItem>
    </Menu>
  );
}
