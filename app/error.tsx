'use client';

import { RotateCcw } from 'lucide-react';
import { Button } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Mark } from '@/ui/mark';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Something broke on our side: said plainly, with a way to try again. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <header className="bar">
        <Mark href="/" />
      </header>
      <main id="main" className="page narrow">
        <h1>Something broke on our side</h1>
        <p className="voice soft mt-4 text-5">
          This page could not be read. Nothing is lost: what was said and sent is kept, and drafts are kept on this
          device.
        </p>
        <Button className="mt-6" onClick={reset}>
          <Icon as={RotateCcw} />
          Try again
        </Button>
        {error.digest && <p className="meta num mt-4">For whoever looks into it: {error.digest}</p>}
      </main>
    </>
  );
}
