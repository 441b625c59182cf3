'use client';

import type { Ref } from 'react';
import { useForm } from '@/app/use-form';
import { WrittenElsewhere } from '@/app/written-elsewhere';
import type { KeptReflection, Reflection } from '@/db/why';
import { LIMITS } from '@/domain/vocabulary';
import { REFLECTION_QUESTIONS, type ReflectionKey } from '@/domain/why';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { SubmitButton } from '@/ui/submit-button';
import { Textarea } from '@/ui/textarea';
import { keepAnswer } from './actions';
import { readBegun, type Begun } from './begun';
import { useDraft } from './use-draft';

interface WritingProps {
  userId: string;
  question: ReflectionKey;
  latest: Reflection | undefined;
  field: Ref<HTMLTextAreaElement>;
  onDone: () => void;
}

/** The answer as it is being written, kept on this device; nobody has it before it is kept for good. */
export function Writing({ userId, question, latest, field, onDone }: WritingProps) {
  const { state, pending, form } = useForm<KeptReflection>(keepAnswer);
  const newer = state.done && 'changed' in state.done ? state.done.changed : undefined;
  const draft = useDraft<Begun>({
    key: `${userId}/why/${question}`,
    initial: { body: state.values?.body ?? latest?.body ?? '', base: latest?.id ?? '' },
    parse: (stored) => readBegun(stored, latest?.id ?? ''),
    kept: state.done !== undefined && 'kept' in state.done,
    refused: newer !== undefined,
    onDone,
  });
  const { body, base } = draft.value;
  const begun = body !== (latest?.body ?? '');
  const error = state.errors?.body;
  return (
    <form {...form}>
      <input type="hidden" name="question" value={question} />
      <input type="hidden" name="base" value={newer?.id ?? base} />
      <Textarea
        ref={field}
        name="body"
        className="why-field"
        rows={3}
        aria-label={REFLECTION_QUESTIONS[question]}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${question}-error` : undefined}
        maxLength={LIMITS.body}
        value={body}
        onChange={(event) => draft.set({ body: event.target.value, base })}
      />
      {error && <FieldError id={`${question}-error`}>{error}</FieldError>}
      {newer && (
        <WrittenElsewhere
          there={newer.body}
          choices={
            <>
              <SubmitButton size="sm" variant="ink" pending={pending}>
                Keep mine as the newest
              </SubmitButton>
              <Button size="sm" onClick={draft.drop}>
                Take that one
              </Button>
            </>
          }
        >
          You answered this in another tab or on another device too. There it says:
        </WrittenElsewhere>
      )}
      <div className="row wrap mt-2 gap-[10px]">
        {!newer && (
          <SubmitButton size="sm" variant={begun ? 'ink' : 'outline'} pending={pending}>
            Keep it
          </SubmitButton>
        )}
        {!newer && latest && (
          <Button size="sm" variant="plain" onClick={draft.drop}>
            Leave it as it was
          </Button>
        )}
        <span className="meta" role="status" suppressHydrationWarning>
          {state.message ?? (begun && 'Draft kept on this device')}
        </span>
      </div>
    </form>
  );
}
