'use client';

import { useCallback, useEffect, useRef, useState, type Ref } from 'react';
import { Pencil } from 'lucide-react';
import { useKept } from '@/app/deal/use-kept';
import { useForm } from '@/app/use-form';
import type { Reflection, SharingLab } from '@/db/why';
import { LIMITS } from '@/domain/vocabulary';
import { REFLECTION_QUESTIONS, type ReflectionKey } from '@/domain/why';
import { useAnnounce } from '@/ui/announcer';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Textarea } from '@/ui/textarea';
import { LocalTime } from '@/ui/time';
import { SubmitButton } from '@/ui/submit-button';
import { Voice } from '@/ui/voice';
import { keepAnswer } from './actions';
import { ShareSwitches } from './share-switches';

interface QuestionProps {
  userId: string;
  question: ReflectionKey;
  number: number;
  /** The newest first. */
  answers: Reflection[];
  /** A quarter has passed since it was answered. */
  comesBack: boolean;
  labs: SharingLab[];
}

/** One of the six: today's answer, its earlier ones beside it, and with whom it is shared. */
export function Question({ userId, question, number, answers, comesBack, labs }: QuestionProps) {
  const [latest, ...earlier] = answers;
  const [writing, setWriting] = useState(!latest);
  const [then, setThen] = useState(false);
  const close = useCallback(() => setWriting(false), []);
  const open = writing || !latest;
  const wasOpen = useRef(open);
  const field = useRef<HTMLTextAreaElement>(null);
  const revisit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (wasOpen.current === open) return;
    wasOpen.current = open;
    // What was pressed is gone: the keyboard goes on from what took its place.
    if (document.activeElement === document.body) (open ? field : revisit).current?.focus();
  }, [open]);
  const heading = `why-${question}`;
  return (
    <article className="why-question" aria-labelledby={heading}>
      <span className="n" aria-hidden="true">
        {number}
      </span>
      <div>
        <h2 id={heading}>{REFLECTION_QUESTIONS[question]}</h2>
        {comesBack && latest && <p className="meta mt-2">A quarter has passed since you answered. Do you still?</p>}
        <div className={then && earlier.length > 0 ? 'why-beside' : undefined}>
          <div>
            {open ? (
              <Writing userId={userId} question={question} latest={latest} field={field} onDone={close} />
            ) : (
              <Voice className="why-answer">{latest.body}</Voice>
            )}
          </div>
          {then && earlier.length > 0 && <Earlier answers={earlier} question={question} />}
        </div>
        <div className="why-actions">
          {latest && (
            <span className="row wrap gap-x-1">
              <span className="meta">
                {earlier.length === 0 ? 'Written on ' : revisited(earlier.length)}
                <LocalTime at={latest.writtenAt} form="date" />
              </span>
              {!open && (
                <Button ref={revisit} variant="plain" size="sm" onClick={() => setWriting(true)}>
                  <Icon as={Pencil} />
                  Revisit<span className="sr"> answer {number}</span>
                </Button>
              )}
              {earlier.length > 0 && (
                <Button variant="plain" size="sm" aria-expanded={then} onClick={() => setThen(!then)}>
                  {then ? 'Hide earlier' : `${earlier.length} earlier`}
                </Button>
              )}
            </span>
          )}
          {latest && <ShareSwitches labs={labs} what={question} name={`answer ${number}`} />}
        </div>
      </div>
    </article>
  );
}

function revisited(times: number): string {
  if (times === 1) return 'Revisited once, on ';
  return `Revisited ${times === 2 ? 'twice' : `${times} times`}, last on `;
}

function Earlier({ answers, question }: { answers: Reflection[]; question: ReflectionKey }) {
  return (
    <section aria-label={`Earlier answers: ${REFLECTION_QUESTIONS[question]}`}>
      <ol>
        {answers.map(({ body, writtenAt }) => (
          <li key={writtenAt} className="border-t border-rule py-3">
            <span className="meta num">
              <LocalTime at={writtenAt} form="date" />
            </span>
            <Voice className="soft">{body}</Voice>
          </li>
        ))}
      </ol>
      <p className="meta mt-2">Sharing shows the answer of today. Earlier ones stay with you.</p>
    </section>
  );
}

interface WritingProps {
  userId: string;
  question: ReflectionKey;
  latest: Reflection | undefined;
  field: Ref<HTMLTextAreaElement>;
  onDone: () => void;
}

/** The answer as it is being written, kept on this device; nobody has it before it is kept for good. */
function Writing({ userId, question, latest, field, onDone }: WritingProps) {
  const { state, pending, form } = useForm<number>(keepAnswer);
  const draft = useKept<string>({
    key: `whetstone/${userId}/why/${question}`,
    initial: latest?.body ?? '',
    parse: (stored) => (typeof stored === 'string' ? stored : undefined),
  });
  const { forget } = draft;
  const announce = useAnnounce();
  useEffect(() => {
    if (state.done === undefined) return;
    forget();
    announce('Kept.');
    onDone();
  }, [state.done, forget, announce, onDone]);
  const begun = draft.value !== (latest?.body ?? '');
  const error = state.errors?.body;
  return (
    <form {...form}>
      <input type="hidden" name="question" value={question} />
      <Textarea
        ref={field}
        name="body"
        className="why-field"
        rows={3}
        aria-label={REFLECTION_QUESTIONS[question]}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${question}-error` : undefined}
        maxLength={LIMITS.body}
        value={draft.value}
        onChange={(event) => draft.set(event.target.value)}
      />
      {error && <FieldError id={`${question}-error`}>{error}</FieldError>}
      <div className="row wrap mt-2 gap-[10px]">
        <SubmitButton size="sm" pending={pending}>
          Keep it
        </SubmitButton>
        {latest && (
          <Button
            size="sm"
            variant="plain"
            onClick={() => {
              draft.forget();
              onDone();
            }}
          >
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
