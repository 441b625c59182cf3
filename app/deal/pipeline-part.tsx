'use client';

import { Lock } from 'lucide-react';
import { DEAL_LIMITS } from '@/domain/deal-draft';
import { capital, inWords } from '@/domain/number-words';
import { Choices } from '@/ui/choices';
import { Icon } from '@/ui/icon';
import { Stepper } from '@/ui/stepper';
import { SwitchField } from '@/ui/toggles';
import type { PartProps } from './parts';
import { TextLine } from './text-line';

const SCALE = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }));

/** What else is in the pipeline: desperation shows. */
export function PipelinePart(props: PartProps) {
  const { draft, change, errors } = props;
  const others = draft.otherLiveDeals;
  return (
    <section className="part">
      <h2>Is this deal life or death for you?</h2>
      <p className="soft">Desperation shows. The buyer sees it before you do.</p>
      <div className="row wrap gap-6">
        <Stepper label="Other live deals" value={others} onChange={(otherLiveDeals) => change({ otherLiveDeals })} />
        <div className="grow">
          <b>{others === 1 ? 'other live deal' : 'other live deals'}</b>
          <p className="meta" aria-live="polite">
            {others < 2
              ? 'Desperation shows. Say so in the room; it will coach your pipeline too.'
              : `${capital(inWords(others))} others. You can afford to hear no.`}
          </p>
        </div>
      </div>
      <div className="mt-[26px]">
        <p className="label" aria-hidden="true">
          How much hangs on this one?
        </p>
        <p className="scale-ends meta" aria-hidden="true">
          <span>One of many</span>
          <span>Life or death</span>
        </p>
        <Choices
          look="scale"
          legend="How much hangs on this one? 1 is one of many, 5 is life or death"
          hideLegend
          options={SCALE}
          value={draft.lifeOrDeath === null ? null : String(draft.lifeOrDeath)}
          onChange={(value) => change({ lifeOrDeath: Number(value) })}
          error={errors.lifeOrDeath}
        />
      </div>
      <TextLine
        {...props}
        name="note"
        label="Anything about your pipeline the hosts should know"
        fieldClassName="mt-[22px]"
        maxLength={DEAL_LIMITS.line}
      />
      <div className="mt-[18px]">
        <SwitchField
          label={
            <>
              <Icon as={Lock} />
              Hosts only
            </>
          }
          detail="The room sees neither the count, the number nor the line. Without this, it sees all three."
          checked={draft.hostsOnly}
          onChange={(event) => change({ hostsOnly: event.target.checked })}
        />
      </div>
    </section>
  );
}
