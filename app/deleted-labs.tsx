'use client';

import { startTransition } from 'react';
import { erasedAt } from '@/domain/leaving';
import { Button } from '@/ui/button';
import { LocalTime } from '@/ui/time';
import { bringBack } from './deleted-labs-actions';

/** For who was a host of them: labs that are deleted and not erased yet, and the way back. */
export function DeletedLabs({ labs }: { labs: { slug: string; name: string; deletedAt: number }[] }) {
  if (labs.length === 0) return null;
  return (
    <section className="mt-9" aria-label="Deleted labs">
      <h2 className="text-5">Deleted</h2>
      <ul className="list mt-2">
        {labs.map(({ slug, name, deletedAt }) => (
          <li key={slug} className="row wrap between py-4">
            <span>
              <b>{name}</b>
              <span className="meta block">
                Erased on <LocalTime at={erasedAt(deletedAt)} form="day" stop />
              </span>
            </span>
            <Button size="sm" onClick={() => startTransition(() => bringBack(slug))}>
              Bring it back
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
