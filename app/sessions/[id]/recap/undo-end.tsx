'use client';

import { Undo2 } from 'lucide-react';
import { Carried } from '@/app/carried';
import { UNREACHED } from '@/app/reached';
import { useAction } from '@/app/use-action';
import { Button } from '@/ui/button';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { LocalTime } from '@/ui/time';
import { undoEnd } from './actions';

/** For hosts, for half an hour: the session goes on as if it had not ended. */
export function UndoEnd({ sessionId, until, timeZone }: { sessionId: string; until: string; timeZone: string }) {
  const [refused, undo, pending] = useAction<string | null>(undoEnd, null, () => UNREACHED);
  return (
    <form action={undo} className="row wrap no-print">
      <Carried sessionId={sessionId} />
      <Button type="submit" size="sm" pending={pending}>
        <Icon as={Undo2} />
        Undo the end
      </Button>
      <span className="meta">
        until <LocalTime at={until} form="time" zone={timeZone} />
      </span>
      {refused && <FieldError>{refused}</FieldError>}
    </form>
  );
}
