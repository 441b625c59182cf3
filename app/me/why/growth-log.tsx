'use client';

import { useCallback, useState } from 'react';
import { Pencil } from 'lucide-react';
import type { GrowthEntry, SharingLab } from '@/db/why';
import { capital } from '@/domain/number-words';
import { ageText, GROWTH_CHECKS, GROWTH_NAMES, isExpired, isWorthALook, type GrowthCheck } from '@/domain/why';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { GrowthForm } from './growth-form';
import { ShareSwitches } from './share-switches';

interface GrowthLogProps {
  userId: string;
  /** The newest of each check first. */
  entries: GrowthEntry[];
  labs: SharingLab[];
  /** ms since the epoch. */
  now: number;
}

/** The six growth checks, one line each with the earlier ones. What is stale is said here, to its owner alone. */
export function GrowthLog({ userId, entries, labs, now }: GrowthLogProps) {
  const [editing, setEditing] = useState<GrowthCheck | null>(null);
  const close = useCallback(() => setEditing(null), []);
  return (
    <aside aria-labelledby="growth">
      <h2 id="growth">Growth log</h2>
      <p className="mt-2 mb-4 text-ink-2">Six lines. Change one when it stops being true.</p>
      <ol className="growth">
        {GROWTH_CHECKS.map((check) => (
          <Line
            key={check}
            check={check}
            entries={entries.filter((entry) => entry.check === check)}
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
        <Dialog open onOpenChange={close} title={GROWTH_NAMES[editing]}>
          <GrowthForm
            userId={userId}
            check={editing}
            entry={entries.find((entry) => entry.check === editing)}
            onDone={close}
          />
        </Dialog>
      )}
    </aside>
  );
}

interface LineProps {
  check: GrowthCheck;
  /** The newest first: it stands. */
  entries: GrowthEntry[];
  now: number;
  onEdit: () => void;
}

function Line({ check, entries, now, onEdit }: LineProps) {
  const [entry, ...earlier] = entries;
  const [then, setThen] = useState(false);
  return (
    <li>
      <div className="row wrap between base">
        <span className="label">{GROWTH_NAMES[check]}</span>
        <span className="meta num">{entry && <When entry={entry} now={now} />}</span>
      </div>
      {entry && <Words entry={entry} />}
      <div className="row wrap gap-x-2">
        <Button variant="plain" size="sm" onClick={onEdit}>
          <Icon as={Pencil} />
          {entry ? 'Update' : 'Write it'}
          <span className="sr">: {GROWTH_NAMES[check]}</span>
        </Button>
        {earlier.length > 0 && (
          <Button variant="plain" size="sm" aria-expanded={then} onClick={() => setThen(!then)}>
            {then ? 'Hide earlier' : `${earlier.length} earlier`}
            <span className="sr">: {GROWTH_NAMES[check]}</span>
          </Button>
        )}
        {entry && isWorthALook(entry, now) && (
          <span className="meta">
            {entry.expiresOn
              ? 'It has expired. Is there a newer one?'
              : `${capital(ageText(Date.parse(entry.on), now))} old. Is it still the last one?`}
          </span>
        )}
      </div>
      {then && (
        <ol aria-label={`Earlier lines: ${GROWTH_NAMES[check]}`}>
          {earlier.map((one) => (
            <li key={one.writtenAt} className="border-t border-rule py-3">
              <span className="meta num">
                <When entry={one} now={now} />
              </span>
              <Words entry={one} />
            </li>
          ))}
        </ol>
      )}
    </li>
  );
}

/** The day that a line is about, and until when it holds. */
function When({ entry: { on, expiresOn }, now }: { entry: GrowthEntry; now: number }) {
  return (
    <>
      <LocalTime at={on} form="date" zone="UTC" fixed />
      {expiresOn && (
        <>
          {isExpired(expiresOn, now) ? ', expired ' : ', valid to '}
          <LocalTime at={expiresOn} form="date" zone="UTC" fixed />
        </>
      )}
    </>
  );
}

function Words({ entry: { body, link } }: { entry: GrowthEntry }) {
  return (
    <>
      <Voice>{body}</Voice>
      {link && (
        <a className="small break-all" href={link} target="_blank" rel="noopener noreferrer">
          {link}
        </a>
      )}
    </>
  );
}
