'use client';

import { useState } from 'react';
import { Users } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { lazyPart } from '@/ui/later';
import { WhoRow, type Standing } from '@/ui/who';
import type { RoomView } from '../connection/room-view';
import { nameOf, standingOf } from '../select';
import { useBuilt } from '../use-session';
import { byKey } from './shortcut-table';

/** Comes when it is first opened, or before. */
export const PeopleDialog = lazyPart(() => import('./people-dialog').then((module) => module.PeopleDialog));

const ORDER: Standing[] = ['host', 'seat', 'rep', 'watch', 'guest'];

export interface Present {
  id: string;
  name: string;
  initials?: string;
  standing: Standing;
}

/** Who is here, hosts first, listeners last. */
export function presentIn(view: RoomView): Present[] {
  return [...view.present]
    .map((id) => {
      const initials = view.people[id]?.initials;
      return { id, name: nameOf(view, id), ...(initials ? { initials } : {}), standing: standingOf(view, id) };
    })
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || a.name.localeCompare(b.name));
}

/** What decides where people stand; a new contribution is not among it. */
function standings(view: RoomView): readonly unknown[] {
  const { state } = view;
  return [view.present, view.people, view.you, state?.turn?.repId, state?.handed, state?.standIn];
}

export function usePresent(): Present[] {
  return useBuilt(standings, presentIn);
}

/** The badges, and the list of everyone behind a button. */
export function Presence() {
  const people = usePresent();
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="hidden xl:block">
        <WhoRow people={people} max={12} />
      </span>
      <Button
        variant="plain"
        size="sm"
        {...byKey('people')}
        onClick={() => setOpen(true)}
        aria-label={`Who is here: ${people.length}`}
      >
        <Icon as={Users} />
        <span className="num">{people.length}</span>
      </Button>
      {open && <PeopleDialog people={people} onOpenChange={setOpen} />}
    </>
  );
}
