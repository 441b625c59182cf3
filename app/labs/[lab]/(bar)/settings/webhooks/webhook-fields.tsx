import { useId } from 'react';
import { WEBHOOK_EVENTS, WEBHOOK_WORDS } from '@/domain/webhooks';
import { FieldError } from '@/ui/field';
import { TextField } from '@/ui/input';
import { Checkbox } from '@/ui/toggles';

interface WebhookFieldsProps {
  url?: string | undefined;
  events?: readonly string[];
  errors?: Record<string, string> | undefined;
}

/** Where to, and of what. */
export function WebhookFields({ url, events = WEBHOOK_EVENTS, errors }: WebhookFieldsProps) {
  const id = useId();
  const errorId = errors?.events ? `${id}-err` : undefined;
  return (
    <>
      <TextField
        name="url"
        label="Address"
        type="url"
        inputMode="url"
        placeholder="https://crm.example.com/whetstone"
        defaultValue={url}
        error={errors?.url}
        required
      />
      <fieldset className="field mt-4">
        <legend className="label">Tell it when</legend>
        {WEBHOOK_EVENTS.map((event) => (
          <Checkbox
            key={event}
            name={event}
            defaultChecked={events.includes(event)}
            label={WEBHOOK_WORDS[event]}
            errorId={errorId}
          />
        ))}
        {errors?.events && <FieldError id={errorId}>{errors.events}</FieldError>}
      </fieldset>
    </>
  );
}
