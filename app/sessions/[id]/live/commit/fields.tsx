'use client';

import type { KeyboardEvent } from 'react';
import { dayIn } from '@/domain/session/decide/input';
import { LIMITS } from '@/domain/vocabulary';
import { Choices } from '@/ui/choices';
import { TextareaField, TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { DECISION_OPTIONS } from '@/ui/outcomes';
import { byKey } from '../bar/shortcut-table';
import { useConnection } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { useSession } from '../use-session';
import type { useCommitment } from './use-commitment';

interface FieldsProps {
  commitment: ReturnType<typeof useCommitment>;
  onCommit: () => void;
}

/** Decision, next step and day, as the hot seat fills them in. */
export function CommitmentFields({ commitment, onCommit }: FieldsProps) {
  const { draft, set, word } = commitment;
  const { lab } = useMeeting();
  const { clock } = useConnection();
  const timeZone = useSession((state) => state.settings.timeZone);
  const refused = word?.stands === 'refused' ? word.error : undefined;
  const field = (name: string) => (refused?.field === name ? refused.message : undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onCommit();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <Choices
        look="cards"
        hideLegend
        legend="Decision"
        options={DECISION_OPTIONS}
        value={draft.decision}
        onChange={(decision) => set({ decision })}
      />
      <div className="mt-7 grid gap-6 md:grid-cols-[minmax(0,1fr)_250px]">
        <TextareaField
          {...byKey('write')}
          label={draft.decision === 'move_on' ? 'Next step, if there is one' : 'Next step'}
          rows={3}
          className="text-5 leading-[1.4]"
          maxLength={LIMITS.field}
          value={draft.nextStep}
          error={field('nextStep')}
          onChange={(event) => set({ nextStep: event.target.value })}
        />
        <TextField
          type="date"
          label={draft.decision === 'move_on' ? 'By when, if there is a day' : 'By when'}
          className="num"
          min={dayIn(timeZone, clock.now())}
          value={draft.dueOn}
          error={field('dueOn')}
          note={`${lab.name} asks how it stands at each roll call, until it has come to an end.`}
          onChange={(event) => set({ dueOn: event.target.value })}
        />
      </div>
      {refused && !field('nextStep') && !field('dueOn') && (
        <Notice tone="fault" className="mt-4">
          {refused.message} What you wrote is kept.
        </Notice>
      )}
    </div>
  );
}
