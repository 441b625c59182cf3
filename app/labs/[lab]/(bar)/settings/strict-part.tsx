'use client';

import { startTransition, type FormEvent } from 'react';
import { Carried } from '@/app/carried';
import type { FormState } from '@/app/form-state';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { SwitchField } from '@/ui/toggles';
import { saveStrict } from './actions';

/** How firmly the room holds to the phases; the switch saves itself. */
export function StrictPart({ slug, strict }: { slug: string; strict: boolean }) {
  const [state, submit] = useAction<FormState<string>, FormData>(saveStrict, {}, () => ({ message: UNREACHED }));
  const save = (event: FormEvent<HTMLFormElement>) => {
    const data = new FormData(event.currentTarget);
    startTransition(() => submit(data));
  };
  return (
    <form action={submit} onChange={save}>
      <SwitchField
        name="strict"
        defaultChecked={strict}
        label="Each phase keeps its kinds"
        detail="Clarify takes questions and the rep’s replies only; Present and Commit are quiet. Hosts are not bound by it. A running session keeps what it began with."
      />
      <p className="meta mt-3">
        Either way, what arrives after its phase is kept and waits for the rep, outside the stream.
      </p>
      <noscript>
        <button className="btn mt-3">Save</button>
      </noscript>
      <p className="meta" role="status">
        {state.message ?? state.done}
      </p>
      <Carried slug={slug} />
    </form>
  );
}
