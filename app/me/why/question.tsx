'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { Pencil } from 'lucide-react';
import type { Reflection, SharingLab } from '@/db/why';
import { wallClock } from '@/domain/time-zone';
import { REFLECTION_QUESTIONS, type ReflectionKey } from '@/domain/why';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { useViewer } from '@/ui/viewer';
import { Voice } from '@/ui/voice';
import { ShareSwitches } from './share-switches';
import { Writing } from './writing';

interface QuestionProps {
  userId: string;
  question: ReflectionKey;
  number: number;
  /** The newest first. */
  answers: Reflection[];
  /** How long ago it was answered, where it comes back. */
  comesBack: string | undefined;
  labs: SharingLab[];
}

/** One of the six: its newest answer, its earlier ones beside it, and with whom it is shared. */
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
        {comesBack && <p className="meta mt-2">You answered {comesBack} ago. Do you still?</p>}
        <div className={then && earlier.length > 0 ? 'why-beside' : undefined}>
          <div>
            {open ? (
              <Writing userId={userId} question={question} latest={latest} field={field} onDone={close} />
            ) : (
              <Voice className="why-answer">{latest.body}</Voice>
            )}
          </div>
          {then && earlier.length > 0 && <Earlier answers={answers} question={question} />}
        </div>
        <div className="why-actions">
          {latest && (
            <span className="row wrap gap-x-1">
              <span className="meta">
                {earlier.length === 0 ? 'Written on ' : revisited(earlier.length)}
                <Written at={latest.writtenAt} among={answers} />
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

/** When one of some answers was written: the day, and where that is another's day too, the time. */
function Written({ at, among }: { at: number; among: Reflection[] }) {
  const { zone } = useViewer('UTC');
  const dayOf = (instant: number) => wallClock(new Date(instant), zone).day;
  const ofTheDay = among.filter(({ writtenAt }) => dayOf(writtenAt) === dayOf(at));
  return (
    <>
      <LocalTime at={at} form="date" />
      {ofTheDay.length > 1 && (
        <>
          , <LocalTime at={at} form="time" />
        </>
      )}
    </>
  );
}

/** All but the newest. */
function Earlier({ answers, question }: { answers: Reflection[]; question: ReflectionKey }) {
  return (
    <section aria-label={`Earlier answers: ${REFLECTION_QUESTIONS[question]}`}>
      <ol>
        {answers.slice(1).map(({ id, body, writtenAt }) => (
          <li key={id} className="border-t border-rule py-3">
            <span className="meta num">
              <Written at={writtenAt} among={answers} />
            </span>
            <Voice className="soft">{body}</Voice>
          </li>
        ))}
      </ol>
      <p className="meta mt-2">Sharing shows the newest answer. Earlier ones stay with you.</p>
    </section>
  );
}
