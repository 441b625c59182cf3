'use client';

import { lazyPart } from '@/ui/later';
import { useBuilt } from '../use-session';
import { elsewhereOf, ownWordsInputs, refusedOf } from './own-words';
import { useBegunAnswers } from './use-begun-answers';
import { Waiting } from './waiting';

const BegunAnswer = lazyPart(() => import('./begun-answer').then((module) => module.BegunAnswer));
const Refused = lazyPart(() => import('./refused').then((module) => module.Refused));

/** This viewer's words that no stream shows: on their way to another turn, refused, or begun as an answer there. */
export function UnsentWords() {
  const waiting = useBuilt(ownWordsInputs, elsewhereOf);
  const refused = useBuilt(ownWordsInputs, refusedOf);
  const begun = useBegunAnswers();
  return (
    <>
      {waiting.length > 0 && (
        <ol aria-label="Your words on their way">
          {waiting.map((word) => (
            <Waiting key={word.id} word={word} />
          ))}
        </ol>
      )}
      {refused.map((word) => (
        <Refused key={word.id} word={word} />
      ))}
      {begun.map((id) => (
        <BegunAnswer key={id} replyTo={id} />
      ))}
    </>
  );
}
