'use client';

import { useImperativeHandle, useLayoutEffect, useRef, type ComponentProps } from 'react';
import clsx from 'clsx';

interface TextareaProps extends ComponentProps<'textarea'> {
  /** In serif, as people's words are; false for a name or a label. */
  says?: boolean;
}

function grow(area: HTMLTextAreaElement) {
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

let growing: boolean | undefined;

/** Whether the browser lets a field grow by itself. */
function growsByItself(): boolean {
  return (growing ??= CSS.supports('field-sizing', 'content'));
}

/** Grows with what is written. Browsers with `field-sizing` do that by themselves. */
export function Textarea({ says = true, className, rows = 1, ref, ...rest }: TextareaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current, []);
  useLayoutEffect(() => {
    if (area.current && !growsByItself()) grow(area.current);
  }, [rest.value]);
  return (
    <textarea
      dir="auto"
      {...rest}
      ref={area}
      rows={rows}
      className={clsx('input', says && 'says', className)}
      onInput={(event) => {
        if (!growsByItself()) grow(event.currentTarget);
        rest.onInput?.(event);
      }}
    />
  );
}
