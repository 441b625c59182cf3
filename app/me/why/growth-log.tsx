'use client';

import { useState } from 'react';
import { Pencil } from 'lucide-react';
import type { GrowthEntry, SharingLab } from '@/db/why';
import { GROWTH_CHECKS, GROWTH_NAMES, isStale, type GrowthCheck } from '@/domain/why';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { GrowthForm } from './growth-form';
import { ShareSwitches } from './share-switches';

interface GrowthLogProps {
  entries: GrowthEntry[];
  labs: SharingLab[];
  /** ms since the epoch. */
  now: number;
}

/** The six growth checks, one line each. What has stood for a quarter is said here, to its owner alone. */
export function GrowthLog({ entries, labs, now }: GrowthLogProps) {
  const [editing, setEditing] = useState<GrowthCheck | null>(null);
  return (
    <aside aria-labelledby="growth">
      <h2 id="growth">Growth log</h2>
      <p className="mt-2 mb-4 text-ink-2">Six lines. Change one when it stops being true.</p>
      <ol className="growth">
        {GROWTH_CHECKS.map((check) => (
          <Line
            key={check}
            check={check}
            entry={entries.find((entry) => entry.check === check)}
            now={now}
            onEdit={() => setEditing(check)}
          />
        ))}
      </ol>
      {entries.length > 0 && (
        <div className="mt-4">
          <ShareSwitches labs={labs} what="growth" name="the growth log" />
        </div>
      )}
      {editing && (
        <Dialog open onOpenChange={() => setEditing(null)} title={GROWTH_NAMES[editing]}>
          <GrowthForm
            check={editing}
            entry={entries.find((entry) => entry.check === editing)}
            onDone={() => setEditing(null)}
          />
        </Dialog>
      )}
    </aside>
  );
}

interface LineProps {
  check: GrowthCheck;
  entry: GrowthEntry | undefined;
  now: number;
  onEdit: () => void;
}

function Line({ check, entry, now, onEdit }: LineProps) {
  const stale = entry && isStale(Date.parse(entry.on), now);
  const expired = entry?.expiresOn && Date.parse(entry.expiresOn) < now - 86_400_000;
  return (
    <li>
      <div className="row between base">
        <span className="label">{GROWTH_NAMES[check]}</span>
        <span className="meta num whitespace-nowrap">
          {entry && (
            <>
              {entry.expiresOn ? (expired ? 'expired ' : 'valid to ') : ''}
              <LocalTime at={entry.expiresOn ?? entry.on} form="date" zone="UTC" fixed />
            </>
          )}
        </span>
      </div>
      {entry && <Voice>{entry.body}</Voice>}
      {entry?.link && (
        <a className="small break-all" href={entry.link} target="_blank" rel="noopener noreferrer">
          {entry.link}
        </a>
      )}
      <div className="row wrap gap-x-2">
        <Button variant="plain" size="sm" onClick={onEdit}>
          <Icon as={Pencil} />
          {entry ? 'Update' : 'Write it'}
          <span className="sr">: {GROWTH_NAMES[check]}</span>
        </Button>
        {stale && <span className="meta">A quarter old. Is it still the last one?</span>}
      </div>
    </li>
  );
}
