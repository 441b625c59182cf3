'use client';

import { startTransition } from 'react';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { SwitchField } from '@/ui/toggles';
import { shareInsights } from './actions';

/** Whether those who listen in may read the figures; saved at once. */
export function SharePart({ slug, shared }: { slug: string; shared: boolean }) {
  const [state, share, pending] = useAction(shareInsights, { shared, message: '' }, (before) => ({
    ...before,
    message: UNREACHED,
  }));
  return (
    <section className="share no-print" aria-label="Who reads this">
      <SwitchField
        label="Observers may read this page"
        detail="Shares of the whole lab alone: no names, no deals, and no part of fewer than five people."
        checked={state.shared}
        disabled={pending}
        onChange={(event) => {
          const wanted = event.target.checked;
          startTransition(() => share({ slug, shared: wanted }));
        }}
      />
      <p className="meta" role="status">
        {state.message}
      </p>
    </section>
  );
}
