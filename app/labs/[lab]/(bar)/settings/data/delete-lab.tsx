'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { deleteThisLab } from './actions';

/** The end of a lab, once a host has typed its name. `mails`: the server sends mail. */
export function DeleteLab({ slug, name, mails }: { slug: string; name: string; mails: boolean }) {
  const { state, pending, form, field } = useForm(deleteThisLab);
  return (
    <form {...form}>
      <p className="soft">
        Nobody finds the lab any more, and its links end. Its sessions to come are off: calendars that follow it show
        them as cancelled
        {mails && ', and members hear of it by mail within about ten minutes, unless they have turned that off'}. For
        fourteen days its hosts can bring it back from the list of their labs. Then everything of it is erased:
        sessions, deals, words, notes and guests, and its calendars end. Export it first if anybody will want it.
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
