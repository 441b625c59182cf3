'use client';

import { useId } from 'react';
import { CopyButton } from '@/ui/copy-button';
import { Input } from '@/ui/input';

/** A link that is shown this once, to be copied. */
export function OnceLink({ url }: { url: string }) {
  const id = useId();
  return (
    <div className="mt-4" role="status">
      <label className="label" htmlFor={id}>
        Copy it now: it is not shown again
      </label>
      <div className="row mt-[6px]">
        <Input id={id} className="num" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton text={url} size="md" />
      </div>
    </div>
  );
}
