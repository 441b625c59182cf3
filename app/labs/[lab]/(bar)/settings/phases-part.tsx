'use client';

import { Carried } from '@/app/carried';
import { TurnFields } from '@/app/turn-fields';
import { useForm } from '@/app/use-form';
import type { Phase } from '@/domain/vocabulary';
import { Notice } from '@/ui/notice';
import { SavedBy } from './saved-by';
import { savePhaseMinutes } from './actions';

interface PhasesPartProps {
  slug: string;
  /** In minutes, as they are typed. */
  minutes: Record<Phase, string>;
  sessionMinutes: number;
}

/** How long each phase of a turn takes. */
export function PhasesPart({ slug, minutes, sessionMinutes }: PhasesPartProps) {
  const { state, pending, form, field } = useForm(savePhaseMinutes, { values: minutes });
  return (
    <form {...form}>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TurnFields
        field={field}
        start={minutes}
        sessionMinutes={sessionMinutes}
        note="A running session keeps the minutes it began with."
      />
      <SavedBy verb="Save the phases" pending={pending} said={state.done} />
      <Carried slug={slug} />
    </form>
  );
}
