import type { ReactNode } from 'react';

interface PartProps {
  id?: string;
  heading: string;
  note?: ReactNode;
  children: ReactNode;
}

/** A part of the account page: what it is at the left, what can be changed at the right. */
export function Part({ id, heading, note, children }: PartProps) {
  return (
    <section className="set" id={id}>
      <div>
        <h2>{heading}</h2>
        {note && <p className="meta">{note}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}
