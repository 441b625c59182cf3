'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { CopyButton } from '@/ui/copy-button';
import { TextField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { addThisWebhook } from './actions';
import { WebhookFields } from './webhook-fields';

/** Adds one; its secret is shown then, and never again. */
export function NewWebhook({ slug }: { slug: string }) {
  const { state, pending, form } = useForm<string>(addThisWebhook);
  return (
    <div>
      {state.done && (
        <div className="mb-6">
          <Notice tone="ok">It is there. Copy its secret now: it is not shown again.</Notice>
          <div className="row wrap mt-3 items-end">
            <TextField label="Secret" value={state.done} readOnly fieldClassName="grow min-w-0" />
            <CopyButton text={state.done} />
          </div>
        </div>
      )}
      <form key={state.done} {...form}>
        {state.message && (
          <Notice tone="fault" className="mb-4">
            {state.message}
          </Notice>
        )}
        <WebhookFields url={state.values?.url} errors={state.errors} />
        <SubmitButton variant="ink" pending={pending} className="mt-5">
          Add the webhook
        </SubmitButton>
        <Carried slug={slug} />
      </form>
    </div>
  );
}
