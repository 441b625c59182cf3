import type { ComponentProps } from 'react';
import { TextField } from '@/ui/input';

/** The password that somebody has, asked for before something of their account changes. */
export function OwnPassword({ label = 'Your password', ...field }: Partial<ComponentProps<typeof TextField>>) {
  return <TextField {...field} label={label} type="password" autoComplete="current-password" required />;
}
