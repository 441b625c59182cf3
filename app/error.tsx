'use client';

import { useRouter } from 'next/navigation';
import { RotateCcw } from 'lucide-react';
import { startTransition } from 'react';
import { Button, LinkButton } from '@/ui/button';
import { Icon } from '@/ui/icon';
import { Mark } from '@/ui/mark';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** Something broke on our side: said plainly, with a way to try again and a way on. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <>
      <title>Something broke · Whetstone</title>
      <header className="bar">
        <Mark href="/" />
      </header>
      <main id="main" className="page narrow">
        <h1>Something broke on our side</h1>
        <p className="voice soft mt-4 text-5">
          This page could not be read. Nothing is lost: what was said and sent is kept, and drafts are kept on this
          device.
        </p>
        <div className="row wrap mt-6">
          <Button variant="ink" onClick={again}>
            <Icon as={RotateCcw} />
            Try again
          </Button>
          <LinkButton href="/">Back to your lab</LinkButton>
        </div>
        {error.digest && <p className="meta num mt-4">Reference for whoever looks into it: {error.digest}</p>}
      </main>
    </>
  );
}
