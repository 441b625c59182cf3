'use client';

import { useId, useState, type ChangeEvent } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { counted } from '@/domain/number-words';
import { listSentence, MOST_LINES, MOST_LIST_BYTES } from '@/domain/member-list';
import { FieldError } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { inviteList, readMemberList, type InvitedLine, type Preview } from './actions';
import { LineTable } from './line-table';
import { Report } from './report';

interface ImportListProps {
  slug: string;
  /** Whether the links leave by mail; otherwise the host sends them. */
  mails: boolean;
}

/** A list of people from a file: read first, line by line; nothing is sent before "Invite". */
export function ImportList({ slug, mails }: ImportListProps) {
  const { state, pending, form } = useForm<Preview>(readMemberList);
  const [tooLarge, setTooLarge] = useState(false);
  const preview = state.done;
  const id = useId();
  const error = tooLarge ? 'This file is too large for a list of people.' : state.errors?.list;
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const large = (currentTarget.files?.[0]?.size ?? 0) > MOST_LIST_BYTES;
    setTooLarge(large);
    if (!large && currentTarget.files?.length) currentTarget.form?.requestSubmit();
    // The same file, mended, can be chosen again.
    if (large) currentTarget.value = '';
  };
  return (
    <>
      <form {...form}>
        <div className="field">
          <label className="label" htmlFor={id}>
            {preview ? 'Choose another file' : 'Choose a file'}
          </label>
          <p className="hint meta" id={`${id}-hint`}>
            CSV, as a spreadsheet saves it. The first line names the columns: email, and name and role where you have
            them, in any order. Without a role somebody comes as a rep. Up to {MOST_LINES} lines.
          </p>
          <input
            id={id}
            type="file"
            name="list"
            accept=".csv,.tsv,.txt,text/csv"
            className="input file"
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint${error ? ` ${id}-err` : ''}`}
            aria-busy={pending}
            onClick={(event) => (event.currentTarget.value = '')}
            onChange={choose}
          />
          {error && (
            <div role="alert">
              <FieldError id={`${id}-err`}>{error}</FieldError>
            </div>
          )}
        </div>
        {state.message && <Notice tone="fault">{state.message}</Notice>}
        <noscript>
          <button className="btn mt-3">Read it</button>
        </noscript>
        <Carried slug={slug} />
      </form>
      {preview && !error && <Previewed key={preview.text} slug={slug} mails={mails} preview={preview} />}
    </>
  );
}

function Previewed({ slug, mails, preview }: ImportListProps & { preview: Preview }) {
  const { state, pending, form } = useForm<InvitedLine[]>(inviteList);
  if (state.done) return <Report mails={mails} lines={state.done} />;
  const { fileName, text, lines } = preview;
  const ready = lines.filter(({ problems }) => problems.length === 0).length;
  return (
    <section aria-label={`The list ${fileName}`} className="mt-6">
      <div className="row between wrap">
        <div role="status">
          <h3>{fileName}</h3>
          <p className="soft num mt-1">{listSentence(lines)}</p>
        </div>
        <form {...form}>
          <SubmitButton variant="ink" pending={pending} reason={ready === 0 && 'No line is ready yet.'}>
            {ready === 1 ? 'Invite the one' : `Invite the ${counted(ready, '').trim()}`}
          </SubmitButton>
          <Carried slug={slug} text={text} />
        </form>
      </div>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <LineTable lines={lines} outcome={({ typedRole }) => (typedRole === '' ? 'ready, as rep' : 'ready')} />
    </section>
  );
}
