'use client';

import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Lock } from 'lucide-react';
import { focusOnWrong } from '@/app/use-form';
import type { DealDraft } from '@/domain/deal-draft';
import { openRungSoFar } from '@/domain/ladder';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { LadderStrip } from '@/ui/ladder/ladder-strip';
import { Notice } from '@/ui/notice';
import { useHydrated } from '@/ui/use-hydrated';
import { FactsPart } from './facts-part';
import { LadderAside, LadderPart } from './ladder-part';
import { PipelinePart } from './pipeline-part';
import { PainPart, StoryPart } from './story-part';

export interface Sending {
  errors: Record<string, string>;
  message?: string | undefined;
  theirs?: Partial<Record<string, string>> | undefined;
}

interface DealFormProps {
  title: string;
  /** Under the title. */
  lead: ReactNode;
  labName: string;
  draft: DealDraft;
  onChange: (draft: DealDraft) => void;
  /** Sends it; answers what stood in the way. Where nothing did, the page goes on. */
  onSend: () => Promise<Sending | undefined>;
  verb: string;
  /** Why it can't be sent now. */
  reason?: string | undefined;
  /** Above the parts: whose deal it is. */
  before?: ReactNode;
  /** Below the parts: what the lab knows of deals like it. */
  after?: ReactNode;
  /** At the foot, beside the button: what is kept, and where. */
  beside?: ReactNode;
}

/** The whole sheet of a stuck deal, with the ladder in view all the while. */
export function DealForm(props: DealFormProps) {
  const { title, lead, labName, draft, onChange, onSend, verb, reason, before, after, beside } = props;
  const [sending, setSending] = useState<Sending>({ errors: {} });
  const [pending, setPending] = useState(false);
  const awake = useHydrated();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('.theirs')?.scrollIntoView({ block: 'center' });
    if (Object.keys(sending.errors).length === 0) return;
    focusOnWrong(form.current);
  }, [sending]);
  const send = async () => {
    if (pending || reason) return;
    setPending(true);
    const stood = await onSend().catch(() => ({
      errors: {},
      message: 'The lab can’t be reached just now. What you wrote is kept on this device; send it again in a moment.',
    }));
    setPending(false);
    if (stood) setSending(stood);
  };
  const part = {
    draft,
    change: (change: Partial<DealDraft>) => onChange({ ...draft, ...change }),
    errors: sending.errors,
    theirs: sending.theirs,
  };
  return (
    <div className="form-aside deal">
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {/* What is written before the page wakes up would be lost. */}
        <fieldset className="contents" disabled={!awake}>
          <h1>{title}</h1>
          <p className="voice soft mt-3 text-5">{lead}</p>
          <LadderStrip
            className="deal-strip"
            read={draft.ladder.map(({ answer }) => answer)}
            open={openRungSoFar(draft.ladder)}
          />
          {before}
          <FactsPart {...part} />
          <StoryPart {...part} />
          <PainPart {...part} />
          <LadderPart {...part} />
          <PipelinePart {...part} />
          {after}
          <div className="part">
            {sending.message && (
              <Notice tone="fault" className="mb-4">
                {sending.message}
              </Notice>
            )}
            <div className="row wrap">
              <Button type="submit" variant="now" pending={pending} reason={reason}>
                {verb}
              </Button>
              {beside}
              <span className="meta row gap-[7px]">
                <Icon as={Lock} />
                Only {labName} sees it
              </span>
            </div>
            {reason && <p className="meta mt-3">{reason}</p>}
          </div>
        </fieldset>
      </form>
      <LadderAside ladder={draft.ladder} />
    </div>
  );
}
