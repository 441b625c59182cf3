'use client';

import { useState, type KeyboardEvent } from 'react';
import type { Contribution } from '@/domain/session/state';
import { LIMITS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Textarea } from '@/ui/textarea';
import { useDraft } from '../connection/drafts';
import { useHeld, useSend } from '../use-session';
import { sends } from '../writing';

/** Changes one's own words; the room sees that they were edited. */
export function Edit({ one, onDone }: { one: Contribution; onDone: () => void }) {
  const [draft, write, clear] = useDraft<string>(`edit/${one.id}`, one.body);
  const [saving, setSaving] = useState(false);
  const held = useHeld();
  const send = useSend();
  const leave = () => {
    clear();
    onDone();
  };
  const save = async () => {
    if (held || saving || draft.trim() === '') return;
    setSaving(true);
    const refused = await send('contribution.edit', { contributionId: one.id, body: draft });
    setSaving(false);
    if (!refused) leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (sends(event)) void save();
    if (event.key !== 'Escape') return;
    // Not to the place around it: the focus goes back to these words.
    event.preventDefault();
    onDone();
  };
  return (
    <div className="mt-2">
      <Textarea
        autoFocus
        aria-label="Your words"
        maxLength={LIMITS.body}
        value={draft}
        readOnly={saving}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="row mt-2 gap-2">
        <Button
          size="sm"
          variant="ink"
          reason={held ?? (draft.trim() === '' && 'Write something first.')}
          pending={saving}
          onClick={() => void save()}
        >
          Save
        </Button>
        <Button size="sm" variant="plain" onClick={leave}>
          Leave it as it was
        </Button>
      </div>
    </div>
  );
}
