import type { ReactNode } from 'react';
import { Armchair, Check, TriangleAlert, type LucideIcon } from 'lucide-react';
import clsx from 'clsx';
import { Icon } from './icon';

export type NoticeTone = 'plain' | 'ok' | 'now' | 'fault';

const ICONS: Record<NoticeTone, LucideIcon | null> = {
  plain: null,
  ok: Check,
  now: Armchair,
  fault: TriangleAlert,
};

export interface NoticeProps {
  tone?: NoticeTone;
  /** Another icon than the tone's own; null for none. */
  icon?: LucideIcon | null;
  /** Across the page, under the bar: the connection is away. */
  strip?: boolean;
  /** Buttons at its right. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Something to know now. A fault interrupts a screen reader; the others wait their turn. */
export function Notice({ tone = 'plain', icon, strip, action, className, children }: NoticeProps) {
  const drawn = icon === undefined ? ICONS[tone] : icon;
  return (
    <div
      className={clsx('notice', tone !== 'plain' && tone, strip && 'strip', className)}
      role={tone === 'fault' ? 'alert' : 'status'}
    >
      {drawn && <Icon as={drawn} />}
      <span>{children}</span>
      {action}
    </div>
  );
}
