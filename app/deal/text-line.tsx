'use client';

import type { ComponentProps, ReactNode } from 'react';
import type { DealDraft } from '@/domain/deal-draft';
import { TextareaField } from '@/ui/input';
import { Voice } from '@/ui/voice';
import type { PartProps } from './parts';

type TextField = { [F in keyof DealDraft]: DealDraft[F] extends string ? F : never }[keyof DealDraft];

interface TextLineProps
  extends PartProps, Omit<ComponentProps<typeof TextareaField>, 'name' | 'label' | 'value' | 'onChange'> {
  name: TextField;
  label: ReactNode;
}

/** A text of the deal; above it, where somebody else has changed it meanwhile, what they wrote. */
export function TextLine({ name, draft, change, errors, theirs, ...rest }: TextLineProps) {
  return (
    <>
      {theirs?.[name] !== undefined && <Theirs words={theirs[name]} />}
      <TextareaField
        {...rest}
        name={name}
        value={draft[name]}
        error={errors[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </>
  );
}

function Theirs({ words }: { words: string }) {
  return (
    <div className="theirs">
      <p className="meta">As it stands now:</p>
      <Voice>{words || '(empty)'}</Voice>
    </div>
  );
}
