'use client';

import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { CornerDownRight, SendHorizontal } from 'lucide-react';
import type { Contribution } from '@/domain/session/state';
import { LIMITS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Textarea } from '@/ui/textarea';
import { useConnection, useRoom } from '../connection/use-room';
import { turnOf } from '../select';
import { sends } from '../writing';
import { useStreamFacts } from './facts';
import { useAnswerDraft } from './use-begun-answers';
import { Whose } from './whose';

/** For whoever is on the hot seat: a reply, right under what it replies to. Its draft is kept. */
export function AnswerIt({ one }: { one: Contribution }) {
  const { mayAnswer, me } = useStreamFacts();
  return mayAnswer && one.by !== me && !one.late ? <AnswerForm one={one} /> : null;
}

function AnswerForm({ one }: { one: Contribution }) {
  const id = useId();
  const connection = useConnection();
  const turnId = useRoom((view) => turnOf(view)?.id);
  const [{ body: draft }, write, clear] = useAnswerDraft(one.id);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!open && draft === '') {
    return (
      <Button
        size="sm"
        variant={one.kind === 'question' ? 'outline' : 'plain'}
        className="mt-[10px]"
        data-does="answer"
        onClick={() => setOpen(true)}
      >
        <Icon as={CornerDownRight} />
        Answer
        <Whose one={one} />
      </Button>
    );
  }
  const answer = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (draft.trim() === '' || !turnId) return;
    connection.say('contribution.add', { kind: 'answer', body: draft, replyTo: one.id, turnId });
    clear();
    close();
  };
  return (
    <form className="row end mt-2 w-full gap-2" onSubmit={answer}>
      <label htmlFor={id} className="sr">
        Your answer
      </label>
      <Textarea
        id={id}
        data-does="answer"
        autoFocus={open}
        className="grow"
        placeholder="Answer in a sentence"
        maxLength={LIMITS.body}
        value={draft}
        onChange={(event) => {
          write({ body: event.target.value, turnId: turnId ?? null });
          connection.typing();
        }}
        onKeyDown={(event) => {
          if (sends(event)) answer(event);
          if (event.key !== 'Escape' || draft !== '') return;
          event.preventDefault();
          event.currentTarget.closest<HTMLElement>('[data-con]')?.focus();
          close();
        }}
      />
      <Button
        type="submit"
        variant="ink"
        square
        aria-label="Send the answer"
        reason={draft.trim() === '' && 'Write something first.'}
      >
        <Icon as={SendHorizontal} />
      </Button>
    </form>
  );
}
