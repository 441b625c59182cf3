'use client';

import { dayIn } from '@/domain/session/decide/input';
import { LIMITS } from '@/domain/vocabulary';
import { Choices } from '@/ui/choices';
import { TextareaField, TextField } from '@/ui/input';
import { DECISION_OPTIONS } from '@/ui/outcomes';
import { byKey } from '../bar/shortcut-table';
import { useConnection } from '../connection/use-room';
import { useMeeting } from '../meeting';
import { useSession } from '../use-session';
import { commitsOn, type useCommitment } from './use-commitment';

/** Decision, next step and day, as the hot seat fills them in. */
export function CommitmentFields({ commitment }: { commitment: ReturnType<typeof useCommitment> }) {
  const { draft, set, refused, changing } = commitment;
  const { lab } = useMeeting();
  const { clock } = useConnection();
  const timeZone = useSession((state) => state.settings.timeZone);
  const field = (name: string) => (refused?.field === name ? refused.message : undefined);
  return (
    <div onKeyDown={commitsOn(commitment)}>
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
          autoFocus={changing}
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
    </div>
  );
}
