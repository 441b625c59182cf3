'use client';

import { useEffect, useState } from 'react';
import type { DealDraft } from '@/domain/deal-draft';
import { openRungSoFar } from '@/domain/ladder';
import { sharesText, type Shares } from '@/domain/similar';
import { Link } from '@/ui/link';
import { lookAlike } from './actions';

/** After so long without a key: whoever writes is never in its way. */
const PAUSE_MS = 900;

interface Alike {
  id: string;
  title: string;
  rep: string;
  shares: Shares;
}

/** Deals of the lab that resemble the one that is being written, and what they share with it. */
export function Similar({ slug, draft }: { slug: string; draft: DealDraft }) {
  const alike = useAlike(slug, draft);
  if (alike.length === 0) return null;
  return (
    <section className="part" aria-labelledby="similar">
      <h2 id="similar">Similar stuck deals</h2>
      <p className="soft">Your lab has heard these. Each opens beside what you write.</p>
      <ul className="list">
        {alike.map(({ id, title, rep, shares }) => (
          <li key={id} className="py-[13px]">
            <Link href={`/labs/${slug}/scenarios/${id}`} target="_blank">
              {title}
            </Link>
            <p className="meta">
              {rep} · {sharesText(shares)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAlike(slug: string, draft: DealDraft): Alike[] {
  const [alike, setAlike] = useState<Alike[]>([]);
  const { title, story, ask, tried, pain, stage, ladder } = draft;
  const text = [title, ask, pain, story, tried].join(' ');
  const rung = openRungSoFar(ladder);
  useEffect(() => {
    let over = false;
    const timer = setTimeout(() => {
      // Without an answer what was found before stands: the deal can be written all the same.
      lookAlike(slug, { text, stage, rung }).then(
        (found) => !over && setAlike(found),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [slug, text, stage, rung]);
  return alike;
}
