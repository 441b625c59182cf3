'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { deleteThisLab } from './actions';

/** The end of a lab, once a host has typed its name. */
export function DeleteLab({ slug, name }: { slug: string; name: string }) {
  const { state, pending, form, field } = useForm(deleteThisLab);
  return (
    <form {...form}>
      <p className="soft">
        Nobody finds the lab any more, its sessions to come are off, and its links and calendars end: members delete by
        hand what their own calendars have of it. For fourteen days its hosts can bring it back from the list of their
        labs. Then everything of it is erased: sessions, deals, words, notes and guests. Export it first if anybody will
        want it.
      </p>
      <div className="mt-4 grid max-w-[360px] justify-items-start gap-4">
        {state.message && <Notice tone="fault">{state.message}</Notice>}
        <TextField
          {...field('name')}
          label="Type the lab’s name to go on"
          placeholder={name}
          autoComplete="off"
          fieldClassName="w-full"
          required
        />
        <SubmitButton pending={pending}>Delete the lab</SubmitButton>
      </div>
      <Carried slug={slug} />
    </form>
  );
}
