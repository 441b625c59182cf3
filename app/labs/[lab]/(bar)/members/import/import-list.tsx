'use client';

import { useId, useState, type ChangeEvent } from 'react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { counted } from '@/domain/number-words';
import { LIST_TOO_LARGE, listSentence, MOST_LINES, MOST_LIST_BYTES } from '@/domain/member-list';
import { FieldError } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { inviteList, readMemberList, type Invited, type Preview } from './actions';
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
  // Without scripts a page that was posted to knows one form's answer: the report stands without the preview.
  const inviting = useForm<Invited>(inviteList);
  const [tooLarge, setTooLarge] = useState(false);
  const preview = state.done;
  const { done } = inviting.state;
  const reported = !preview || done?.text === preview.text ? done : undefined;
  const id = useId();
  const error = tooLarge ? LIST_TOO_LARGE : state.errors?.list;
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
      {inviting.state.message && <Notice tone="fault">{inviting.state.message}</Notice>}
      {reported && !error && <Report mails={mails} lines={reported.lines} />}
      {preview && !reported && !error && <Previewed slug={slug} preview={preview} inviting={inviting} />}
    </>
  );
}

interface PreviewedProps {
  slug: string;
  preview: Preview;
  inviting: Pick<ReturnType<typeof useForm>, 'form' | 'pending'>;
}

function Previewed({ slug, preview, inviting: { form, pending } }: PreviewedProps) {
  const { fileName, text, lines } = preview;
  const ready = lines.filter(({ problems }) => problems.length === 0).length;
  return (
    <section aria-label={`The list ${fileName}`} className="mt-6">
      <div className="row between wrap">
        <div role="status">
          <h3>{fileName}</h3>
          <p className="soft num mt-1">{listSentence(lines)}</p>
        </div>
        {ready > 0 && (
          <form {...form}>
            <SubmitButton variant="ink" pending={pending}>
              Invite the {counted(ready, 'person', 'people')}
            </SubmitButton>
            <Carried slug={slug} text={text} />
          </form>
        )}
      </div>
      <LineTable lines={lines} outcome={({ typedRole }) => (typedRole === '' ? 'ready, as rep' : 'ready')} />
    </section>
  );
}
