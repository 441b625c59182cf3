'use client';

import { linkProvider, unlinkProvider } from '@/app/provider-actions';
import type { FormState } from '@/app/form-state';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';

interface ProviderPartProps {
  name: string;
  linked: boolean;
  /** What came of leaving for it. */
  said: string | undefined;
}

/** The provider by which one may sign in, linked to the account or not. */
export function ProviderPart({ name, linked, said }: ProviderPartProps) {
  const [state, unlink, pending] = useAction<FormState>(unlinkProvider, {}, () => ({ message: UNREACHED }));
  const wrong = state.message ?? said;
  return (
    <div>
      {wrong && (
        <Notice tone="fault" className="mb-4">
          {wrong}
        </Notice>
      )}
      <form action={linked ? unlink : linkProvider} className="row between wrap">
        <p>{linked ? `${name} signs you in.` : `${name} does not sign you in yet.`}</p>
        <SubmitButton size="sm" pending={pending}>
          {linked ? `Unlink ${name}` : `Link ${name}`}
        </SubmitButton>
      </form>
    </div>
  );
}
