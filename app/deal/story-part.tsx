'use client';

import { DEAL_LIMITS } from '@/domain/deal-draft';
import type { PartProps } from './parts';
import { TextLine } from './text-line';

/** What happened, the one question, and what was tried. */
export function StoryPart(props: PartProps) {
  return (
    <section className="part">
      <h2>The story</h2>
      <p className="soft">What happened, in order. Who said what.</p>
      <TextLine
        {...props}
        name="story"
        label={<span className="sr">The story</span>}
        rows={6}
        maxLength={DEAL_LIMITS.words}
      />
      <TextLine
        {...props}
        name="ask"
        label="The ask"
        hint="One question. It is the one the room will answer."
        className="ask"
        fieldClassName="mt-6"
        maxLength={DEAL_LIMITS.words}
      />
      <TextLine
        {...props}
        name="tried"
        label="What I tried"
        rows={3}
        fieldClassName="mt-6"
        maxLength={DEAL_LIMITS.words}
      />
    </section>
  );
}

/** Pain before money and authority: it trumps both. */
export function PainPart(props: PartProps) {
  return (
    <section className="part">
      <h2>Pain, money, authority</h2>
      <p className="soft">One line each; leave blank what you do not know. Business pain trumps the other two.</p>
      <TextLine
        {...props}
        name="pain"
        label="Pain: what does it cost them to do nothing?"
        maxLength={DEAL_LIMITS.line}
      />
      <div className="deal-halves">
        <div>
          <TextLine
            {...props}
            name="money"
            label="Money: is there any set aside?"
            rows={2}
            maxLength={DEAL_LIMITS.line}
          />
        </div>
        <div>
          <TextLine
            {...props}
            name="authority"
            label="Authority: who can say yes?"
            placeholder="A name and a title, or blank"
            rows={2}
            maxLength={DEAL_LIMITS.line}
          />
        </div>
      </div>
    </section>
  );
}
