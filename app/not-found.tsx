import type { Metadata } from 'next';
import { LinkButton } from '@/ui/button';
import { Mark } from '@/ui/mark';

export const metadata: Metadata = { title: 'Not here' };

/** The same for what isn't there and what isn't theirs: neither is told apart. */
export default function NotFound() {
  return (
    <>
      <header className="bar">
        <Mark href="/" />
      </header>
      <main id="main" className="page narrow">
        <h1>There is nothing for you here</h1>
        <p className="voice soft mt-4 text-5">
          Either this page is gone, or it belongs to a lab that you are not in. A host of that lab can invite you.
        </p>
        <LinkButton className="mt-6" href="/">
          Back to your lab
        </LinkButton>
      </main>
    </>
  );
}
