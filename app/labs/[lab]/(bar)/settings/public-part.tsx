'use client';

import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { CopyButton } from '@/ui/copy-button';
import { TextareaField } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { SwitchField } from '@/ui/toggles';
import { savePublic } from './actions';

interface PublicPartProps {
  slug: string;
  /** The whole address of the page. */
  url: string;
  about: string;
  shown: boolean;
}

/** What the lab says of itself, and whether to everybody. */
export function PublicPart({ slug, url, about, shown }: PublicPartProps) {
  const { state, pending, form, field } = useForm(savePublic, { values: { about, ...(shown ? { shown: 'on' } : {}) } });
  const isShown = state.values?.shown === 'on';
  return (
    <form {...form} className="stack">
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <TextareaField
        {...field('about')}
        label="What the lab is"
        hint="On the public page and on invitations. A few sentences; nothing of deals or buyers."
        rows={3}
      />
      <SwitchField
        key={String(isShown)}
        name="shown"
        defaultChecked={isShown}
        label="Show the public page"
        detail="Anybody with its address sees what the lab is, its hosts’ names and when it meets, and may ask to join."
      />
      {isShown && (
        <div className="row wrap">
          <a href={url}>{url}</a>
          <CopyButton text={url} />
        </div>
      )}
      <div className="row wrap">
        <SubmitButton variant="ink" pending={pending}>
          Save the public page
        </SubmitButton>
        <span className="meta" role="status">
          {state.done}
        </span>
      </div>
      <Carried slug={slug} />
    </form>
  );
}
