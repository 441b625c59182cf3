import { useState } from 'react';

/** A dialog that begins anew each time it opens: spread `dialog` on it, and give `times` to its form as the key. */
export function useOpenings() {
  const [open, setOpen] = useState(false);
  const [times, setTimes] = useState(0);
  const onOpenChange = (next: boolean) => {
    setOpen(next);
    if (next) setTimes(times + 1);
  };
  return { dialog: { open, onOpenChange }, times };
}
