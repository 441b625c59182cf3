'use client';

import { Ear } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { SealedQuestion } from './sealed-question';

/** The head of an observer's left column, in every phase: what listening in means, and the one thing to write. */
export function ListeningIn() {
  return (
    <section aria-labelledby="listening-in" className="mb-[22px]">
      <h2 id="listening-in" className="row gap-[10px] text-5">
        <Icon as={Ear} />
        Listening in
      </h2>
      <p className="meta mt-[6px] mb-4">
        You see what the room sees, and everyone sees your name. One sealed question to the hosts is yours; nothing
        else.
      </p>
      <SealedQuestion />
    </section>
  );
}
