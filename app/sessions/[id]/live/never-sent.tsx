'use client';

import { Voice } from '@/ui/voice';
import { unsaidOf, ownWordsInputs } from './stream/own-words';
import { useComposer } from './stream/use-composer';
import { useBuilt } from './use-session';

/** After the end: one's own words that did not reach the room, to be read and copied. */
export function NeverSent() {
  const unsaid = useBuilt(ownWordsInputs, unsaidOf);
  const { draft } = useComposer();
  const texts = draft.body.trim() === '' ? unsaid : [...unsaid, draft.body];
  if (texts.length === 0) return null;
  return (
    <section className="mt-8 border-t border-rule pt-5" aria-labelledby="never-sent">
      <h2 id="never-sent" className="text-4">
        Written, and not sent
      </h2>
      <p className="meta mt-1">The session has ended, so this can’t go out any more. It is kept on this device.</p>
      {texts.map((text, at) => (
        <Voice key={at} className="mt-3">
          {text}
        </Voice>
      ))}
    </section>
  );
}
