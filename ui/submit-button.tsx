'use client';

import { useFormStatus } from 'react-dom';
import type { ComponentProps } from 'react';
import { Button } from './button';

/** The button of a form that posts to a server action: pending while the action runs. */
export function SubmitButton({ pending, ...rest }: ComponentProps<typeof Button>) {
  const status = useFormStatus();
  return <Button {...rest} type="submit" pending={pending ?? status.pending} />;
}
