'use client';

import { useRef, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Clock3 } from 'lucide-react';
import { LIMITS } from '@/domain/vocabulary';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { TextareaField, TextField } from '@/ui/input';
import { LiveVoice } from '@/ui/live-voice';
import { byKey, type ShortcutName } from '../bar/shortcut-table';
import { useDraft } from '../connection/drafts';
import type { Word } from '../connection/outbox';
import { useConnection } from '../connection/use-room';
import { sends } from '../writing';

interface OwnWordsProps {
  /** The key that goes to its field. */
  shortcut?: ShortcutName | undefined;
  /** Where the draft is kept; one name for each thing that is written. */
  place: string;
  label: string;
  note?: ReactNode;
  placeholder?: string;
  /** The verb on the button. */
  button: string;
  variant?: 'ink' | 'now' | 'outline';
  /** What the room has of it already. */
  said?: string | undefined;
  /** The same words on their way, if they are. */
  word?: Word | undefined;
  onSay: (body: string) => void;
  /** Said once and for all: no way to change it. */
  once?: boolean;
  /** The room may know that this person is writing. */
  tellsTyping?: boolean;
  rows?: number;
  /** One line, which Enter sends. */
  line?: boolean;
  /** Folded behind a button of these words until somebody wants to write. */
  folded?: string | undefined;
}

/**
 * One thing that one person writes: a field, then the words as they stand, which can be changed.
 * What is being written is kept as typed, whatever the meeting does; what can't go out yet says so in its place.
 */
export function OwnWords(props: OwnWordsProps) {
  const { said, word, once, onSay, place, line } = props;
  const connection = useConnection();
  const [draft, write, clear] = useDraft<string | null>(place, null);

  if (word?.stands === 'refused') {
    const takeBack = () => {
      write(draft || bodyOf(word));
      connection.drop(word.id);
    };
    return <Refused body={bodyOf(word)} why={word.error?.message} onTakeBack={takeBack} />;
  }
  const body = word ? bodyOf(word) : said;
  if (body !== undefined && draft === null) {
    return (
      <Standing
        {...{ label: props.label, body, waiting: word !== undefined }}
        onChange={once || word ? undefined : () => write(body)}
      />
    );
  }
  if (draft === null && props.folded) {
    return (
      <Button size="sm" {...(props.shortcut && byKey(props.shortcut))} onClick={() => write('')}>
        {props.folded}
      </Button>
    );
  }
  const send = () => {
    onSay(line ? onOneLine(draft ?? '').trim() : (draft ?? '').trim());
    clear();
  };
  return (
    <Writing
      {...props}
      draft={draft ?? ''}
      onWrite={write}
      onSend={send}
      onLeave={body === undefined && !props.folded ? undefined : clear}
    />
  );
}

/** Paragraphs, as they were typed or taken from elsewhere, one behind the other. */
function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function bodyOf(word: Word): string {
  return 'body' in word.data ? word.data.body : '';
}

interface WritingProps extends OwnWordsProps {
  draft: string;
  onWrite: (draft: string) => void;
  onSend: () => void;
  onLeave: (() => void) | undefined;
}

function Writing({ draft, onWrite, onSend, onLeave, ...props }: WritingProps) {
  const { label, note, placeholder, button, variant = 'ink', tellsTyping, rows = 3, line, shortcut } = props;
  const connection = useConnection();
  const field = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const empty = draft.trim() === '';
  const common = {
    ...(shortcut && byKey(shortcut)),
    ref: field,
    label,
    note,
    placeholder,
    maxLength: LIMITS.body,
    onChange: (event: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>) => {
      onWrite(event.target.value);
      if (tellsTyping) connection.typing();
    },
    onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>) => {
      if (!sends(event)) return;
      event.preventDefault();
      event.currentTarget.form?.requestSubmit();
    },
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (empty) field.current?.focus();
        else onSend();
      }}
    >
      {line ? (
        <TextField {...common} dir="auto" className="says" value={onOneLine(draft)} />
      ) : (
        <TextareaField {...common} rows={rows} value={draft} />
      )}
      <div className="row wrap mt-[10px]">
        <Button type="submit" variant={variant} size="sm" reason={empty && 'Write something first.'}>
          {button}
        </Button>
        {onLeave && (
          <Button size="sm" variant="plain" onClick={onLeave}>
            Leave it as it was
          </Button>
        )}
      </div>
    </form>
  );
}

interface StandingProps {
  label: string;
  body: string;
  waiting: boolean;
  onChange: (() => void) | undefined;
}

function Standing({ label, body, waiting, onChange }: StandingProps) {
  return (
    <div>
      <p className="label mb-1">{label}</p>
      <LiveVoice>{body}</LiveVoice>
      {waiting && (
        <p className="meta row mt-1 gap-[6px]" role="status">
          <Icon as={Clock3} />
          waiting
        </p>
      )}
      {onChange && (
        <Button size="sm" className="mt-2" onClick={onChange}>
          Change it
        </Button>
      )}
    </div>
  );
}

function Refused({ body, why, onTakeBack }: { body: string; why: string | undefined; onTakeBack: () => void }) {
  return (
    <div>
      <LiveVoice>{body}</LiveVoice>
      <FieldError>Not sent: {why ?? 'the room did not take it.'} Your words are kept.</FieldError>
      <Button size="sm" className="mt-2" onClick={onTakeBack}>
        Change it
      </Button>
    </div>
  );
}
