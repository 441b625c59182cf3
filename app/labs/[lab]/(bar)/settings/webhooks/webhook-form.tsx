'use client';

import { startTransition, useId, useState } from 'react';
import { Carried } from '@/app/carried';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { useForm } from '@/app/use-form';
import type { Webhook } from '@/db/webhooks';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { SwitchField } from '@/ui/toggles';
import { changeThisWebhook, removeThisWebhook } from './actions';
import { WebhookFields } from './webhook-fields';

/** One webhook: where to, of what, on or off; and its end. */
export function WebhookForm({ slug, webhook }: { slug: string; webhook: Webhook }) {
  const { state, pending, form } = useForm<string>(changeThisWebhook);
  const [refused, remove, removing] = useAction<string | null>(removeThisWebhook, null, () => UNREACHED);
  const [toRemove, setToRemove] = useState<FormData | undefined>();
  const removal = useId();
  const fault = refused ?? state.message;
  return (
    <>
      <form {...form}>
        {fault && (
          <Notice tone="fault" className="mb-4">
            {fault}
          </Notice>
        )}
        <WebhookFields url={state.values?.url ?? webhook.url} events={webhook.events} errors={state.errors} />
        <div className="mt-4">
          <SwitchField name="enabled" defaultChecked={webhook.enabled} label="Switched on" />
        </div>
        <div className="row wrap mt-4">
          <SubmitButton pending={pending}>Save</SubmitButton>
          <Button type="submit" form={removal} variant="plain" pending={removing}>
            Remove it
          </Button>
          <span className="meta" role="status">
            {state.done}
          </span>
        </div>
        <Carried slug={slug} webhook={webhook.id} />
      </form>
      <form
        id={removal}
        action={remove}
        onSubmit={(event) => {
          // Without scripts it goes at once; with them it is asked for first.
          event.preventDefault();
          setToRemove(new FormData(event.currentTarget));
        }}
      >
        <Carried slug={slug} webhook={webhook.id} />
      </form>
      <ConfirmDialog
        title="Remove this webhook?"
        detail="It is told nothing any more, and its log goes with it."
        confirm="Remove it"
        cancel="Keep it"
        open={toRemove !== undefined}
        onOpenChange={(open) => {
          if (!open) setToRemove(undefined);
        }}
        onConfirm={() => {
          if (toRemove) startTransition(() => remove(toRemove));
        }}
      />
    </>
  );
}
