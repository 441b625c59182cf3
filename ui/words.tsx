import type { ReactNode } from 'react';
import { Lock } from 'lucide-react';
import clsx from 'clsx';
import { Icon, Spark } from './icon';

/** A key on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}

/** The lock and the words: what hosts alone see. */
export function HostsOnly({ children = 'Hosts only', className }: { children?: ReactNode; className?: string }) {
  return (
    <span className={clsx('only', className)}>
      <Icon as={Lock} />
      {children}
    </span>
  );
}

interface SealedProps {
  title?: ReactNode;
  label?: string;
  className?: string;
  children: ReactNode;
}

/** The dashed sheet round what is sealed. */
export function Sealed({ title = 'Sealed, hosts only', label = 'Sealed question', className, children }: SealedProps) {
  return (
    <section className={clsx('sealed', className)} aria-label={label}>
      <HostsOnly className="mb-[6px]">{title}</HostsOnly>
      {children}
    </section>
  );
}

/** The steel spark: what the hot seat marked, or how many it marked. */
export function Helpful({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span className={clsx('helpful', className)}>
      <Spark />
      {children}
    </span>
  );
}

interface EmptyStateProps {
  /** What is so, as a sentence. */
  children: ReactNode;
  detail?: ReactNode;
  /** A drawing above, such as a hollow ladder. */
  art?: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** A place with nothing in it yet, or that can't be shown: a sentence, and the way on. */
export function EmptyState({ children, detail, art, action, className }: EmptyStateProps) {
  return (
    <div className={className}>
      {art}
      <p className={clsx('mt num', art !== undefined && 'mt-[18px]')}>{children}</p>
      {detail && <p className="meta mt-2">{detail}</p>}
      {action && <div className="row wrap mt-[14px]">{action}</div>}
    </div>
  );
}

/** Grey lines while something is fetched; they come after 400 ms and do not shimmer. */
export function Skeleton({ label = 'Loading', widths = [62, 88, 74] }: { label?: string; widths?: number[] }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr">{label}</span>
      {widths.map((width, line) => (
        <i key={line} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

/** Two strokes and a name: someone is writing. */
export function Writing({ children }: { children: ReactNode }) {
  return (
    <span className="meta writing">
      <i aria-hidden="true" />
      {children}
    </span>
  );
}

/** The ember dot and what is live; hollow when the connection is away. */
export function Live({ off, children }: { off?: boolean; children: ReactNode }) {
  return (
    <span className={clsx('live num', off && 'off')}>
      <i aria-hidden="true" />
      {children}
    </span>
  );
}
