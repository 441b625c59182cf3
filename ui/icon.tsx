import type { LucideIcon } from 'lucide-react';
import clsx from 'clsx';

interface IconProps {
  as: LucideIcon;
  /** Said aloud. Without it the icon is decoration, and a word stands beside it. */
  label?: string;
  className?: string;
}

/** A line icon in the size and weight of the text around it. */
export function Icon({ as: As, label, className }: IconProps) {
  return (
    <As
      className={clsx('i', className)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}

/** The spark off the stone: helpful, and the lowest open rung. */
export function Spark({ className }: { className?: string }) {
  return (
    <svg className={clsx('i', className)} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 20h16M12 15V4M7 15 3.5 8.5M17 15l3.5-6.5" />
    </svg>
  );
}
