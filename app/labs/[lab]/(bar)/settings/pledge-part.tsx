'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextareaField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { saveNewPledge } from './actions';
import { SavedBy } from './saved-by';

/** What everybody agrees to before their first session, and again when it is changed. */
export function PledgePart({ slug, pledge }: { slug: string; pledge: string }) {
  const { state, pending, form, field } = useForm(saveNewPledge, { values: { pledge } });
  return (
    <form {...form}>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextareaField
        {...field('pledge')}
        label="The words"
        note="Everyone agrees to it once, before the first session. If you change it, everyone is asked again when they next come; whoever sits in a live room stays there. Saving it, you agree to it."
        className="voice text-5"
        rows={3}
        required
      />
      <SavedBy verb="Save the pledge" pending={pending} said={state.done} />
      <Carried slug={slug} />
    </form>
  );
}
