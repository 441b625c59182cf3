'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { saveName } from './actions';
import { SavedBy } from './saved-by';

/** What the lab is called. */
export function NamePart({ slug, name }: { slug: string; name: string }) {
  const { state, pending, form, field } = useForm(saveName, { values: { labName: name } });
  return (
    <form {...form}>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextField
        {...field('labName')}
        label="Name of the lab"
        note="Its address stays as it is, so that every link goes on leading here."
        autoComplete="off"
        required
      />
      <SavedBy verb="Save the name" pending={pending} said={state.done} />
      <Carried slug={slug} />
    </form>
  );
}
