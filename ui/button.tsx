import { useId, type ComponentProps, type ReactNode } from 'react';
import { cva, type VariantProps } from 'class-variance-authority';
import { Link } from './link';

/** The look of a button, for links and for Radix triggers. At most one `now` a screen. */
export const buttonClass = cva('btn', {
  variants: {
    variant: { outline: '', ink: 'ink', now: 'now', plain: 'plain' },
    size: { md: '', sm: 'sm' },
    square: { true: 'square' },
    wide: { true: 'wide' },
  },
});

type Look = VariantProps<typeof buttonClass>;

interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Why it can't be pressed now. The button stays reachable, and says so. */
  reason?: string | undefined | false | null;
  /** On its way: keeps its words, takes no second press. */
  pending?: boolean;
}

/** A button. With a `reason` or while `pending` it keeps the focus and does nothing. */
export function Button({
  variant,
  size,
  square,
  wide,
  className,
  reason,
  pending,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const id = useId();
  const held = Boolean(reason) || pending;
  const describedBy = [rest['aria-describedby'], reason && id].filter(Boolean).join(' ');
  return (
    <>
      <button
        {...rest}
        type={held ? 'button' : type}
        className={buttonClass({ variant, size, square, wide, className })}
        aria-disabled={reason ? true : rest['aria-disabled']}
        aria-busy={pending || undefined}
        aria-describedby={describedBy || undefined}
        title={reason || rest.title}
        {...(held ? {} : { onClick })}
      >
        {children}
      </button>
      {reason && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}

interface LinkButtonProps extends ComponentProps<typeof Link>, Look {
  children: ReactNode;
}

/** A link that looks like a button. */
export function LinkButton({ variant, size, square, wide, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass({ variant, size, square, wide, className })} />;
}
