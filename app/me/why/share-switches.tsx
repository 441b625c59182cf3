'use client';

import { startTransition, useOptimistic, useState } from 'react';
import { UNREACHED } from '@/app/reached';
import type { Shareable, SharingLab } from '@/db/why';
import { Switch } from '@/ui/toggles';
import { share } from './actions';

interface ShareSwitchesProps {
  labs: SharingLab[];
  what: Shareable;
  /** As it is called aloud: "answer 2". */
  name: string;
}

/** A switch for each lab: only you, or shared with it. Either counts at once. */
export function ShareSwitches({ labs, what, name }: ShareSwitchesProps) {
  return (
    <ul className="grid gap-1">
      {labs.map((lab) => (
        <One key={lab.id} lab={lab} what={what} name={name} />
      ))}
    </ul>
  );
}

function One({ lab, what, name }: { lab: SharingLab; what: Shareable; name: string }) {
  const [on, setOn] = useOptimistic(lab.shared.includes(what));
  const [failed, setFailed] = useState(false);
  const flip = () =>
    startTransition(async () => {
      setOn(!on);
      const done = await share({ labId: lab.id, what, on: !on }).catch(() => ({ ok: false }));
      setFailed(!done.ok);
    });
  return (
    <li className="row gap-[10px] text-2">
      <Switch checked={on} onChange={flip} aria-label={`Share ${name} with ${lab.name}`} />
      <span aria-hidden="true">
        {on ? (
          <>
            <b>Shared</b> with {lab.name}
          </>
        ) : (
          'Only you'
        )}
      </span>
      <span role="status" className="meta">
        {failed && UNREACHED}
      </span>
    </li>
  );
}
