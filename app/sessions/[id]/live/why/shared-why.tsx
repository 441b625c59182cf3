'use client';

import { GROWTH_CHECKS, GROWTH_NAMES, REFLECTION_QUESTIONS, REFLECTIONS } from '@/domain/why-words';
import { LocalTime } from '@/ui/time';
import { Voice } from '@/ui/voice';
import { useRoom } from '../connection/use-room';
import { firstNameOf } from '../select';
import { useSharedWhy } from './use-shared-why';

/** What the rep on the hot seat shares with this lab: the newest answers, and the lines of their growth log. */
export function SharedWhy({ repId }: { repId: string }) {
  const shared = useSharedWhy(repId);
  const name = useRoom((view) => firstNameOf(view, repId));
  if (!shared || shared.reflections.length + shared.growth.length === 0) return null;
  return (
    <section aria-labelledby="shared-why" className="mt-5 border-t border-rule pt-4">
      <h3 id="shared-why">Why {name} cares</h3>
      <p className="meta mt-1">Shared with this lab by {name}.</p>
      <dl className="deal-words mt-2">
        {REFLECTIONS.map((question) => {
          const answer = shared.reflections.find((one) => one.question === question);
          return (
            answer && (
              <div key={question}>
                <dt>{REFLECTION_QUESTIONS[question]}</dt>
                <Voice as="dd">{answer.body}</Voice>
              </div>
            )
          );
        })}
        {GROWTH_CHECKS.map((check) => {
          const line = shared.growth.find((one) => one.check === check);
          return (
            line && (
              <div key={check}>
                <dt>
                  {GROWTH_NAMES[check]}, {line.expiresOn ? 'valid to ' : ''}
                  <LocalTime at={line.expiresOn ?? line.on} form="date" zone="UTC" fixed />
                </dt>
                <Voice as="dd">{line.body}</Voice>
                {line.link && (
                  <a className="small break-all" href={line.link} target="_blank" rel="noopener noreferrer">
                    {line.link}
                  </a>
                )}
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
