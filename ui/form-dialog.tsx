'use client';

import { cloneElement, createContext, use, type ReactElement } from 'react';
import { useSearchParams } from 'next/navigation';
import { Dialog, type DialogProps } from './dialog';
import { Link } from './link';

interface FormDialogProps extends DialogProps {
  /** What it is called in the page's address where there are no scripts; no other on the page is called the same. */
  name: string;
  trigger: ReactElement<{ type?: 'submit'; name?: string; value?: string }>;
}

const InNoscript = createContext(false);

/** In a form: tells its action that there are no scripts, so that what was done is said by a page that leads on. */
export function Unscripted() {
  const tells = <input type="hidden" name="unscripted" value="on" />;
  // With scripts the first end of one inside another would end both, and show what follows.
  return use(InNoscript) ? tells : <noscript>{tells}</noscript>;
}

/**
 * A dialog with a form in it. Without scripts what opens it asks for the page anew, with the form beside it; pressed before the
 * page wakes up, it is open then. Its form sends by itself (`useForm`): a plain action would be stopped with the outer one.
 */
export function FormDialog({ name, trigger, ...dialog }: FormDialogProps) {
  const asked = useSearchParams().get('form') === name;
  const { title, detail, children } = dialog;
  return (
    <>
      <form className="contents" action={`#${name}`} onSubmit={(event) => event.preventDefault()}>
        <Dialog
          {...dialog}
          defaultOpen={asked}
          trigger={cloneElement(trigger, { type: 'submit', name: 'form', value: name })}
        />
      </form>
      {asked && (
        <noscript>
          <section id={name} className="my-4 basis-full border-y border-rule py-4">
            <h3>{title}</h3>
            {detail && <p className="soft mt-2">{detail}</p>}
            <InNoscript value>{children}</InNoscript>
            <p className="mt-4">
              <Link href="?">Close</Link>
            </p>
          </section>
        </noscript>
      )}
    </>
  );
}
