'use client';

import { useEffect, useState } from 'react';
import type { DealDraft } from '@/domain/deal-draft';
import { openRungSoFar } from '@/domain/ladder';
import type { AskedBefore } from '@/domain/worth-asking';
import { Link } from '@/ui/link';
import { Voice } from '@/ui/voice';
import { askedBefore } from './actions';

/** The questions that helped other deals of the lab at the rung where this one stands so far. */
export function WorthAsking({ slug, draft }: { slug: string; draft: DealDraft }) {
  const rung = openRungSoFar(draft.ladder);
  const asked = useAsked(slug, rung);
  if (asked.length === 0) return null;
  return (
    <section className="part" aria-labelledby="worth-asking">
      <h2 id="worth-asking">Worth asking again</h2>
      <p className="soft">Questions that helped deals with rung {rung} open, in their authors’ words.</p>
      <ul className="list">
        {asked.map(({ id, body, by, scenarioId, deal, used }) => (
          <li key={id} className="py-[13px]">
            <Voice>{body}</Voice>
            <p className="meta mt-1">
              {by}, on{' '}
              <Link href={`/labs/${slug}/scenarios/${scenarioId}`} target="_blank">
                {deal}
              </Link>
              {used > 0 ? ' · a commitment used it' : ' · marked helpful'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAsked(slug: string, rung: number | null): AskedBefore[] {
  const [found, setFound] = useState<{ rung: number | null; asked: AskedBefore[] }>({ rung: null, asked: [] });
  useEffect(() => {
    if (rung === null) return;
    let over = false;
    // Without an answer none are shown: the deal can be written all the same.
    askedBefore(slug, rung).then(
      (asked) => !over && setFound({ rung, asked }),
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [slug, rung]);
  return found.rung === rung ? found.asked : [];
}
