'use client';

import { startTransition } from 'react';
import { LogOut } from 'lucide-react';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/dialog';
import { Icon } from '@/ui/icon';
import { LocalTime, RelativeTime } from '@/ui/time';
import { endOther, endOthers, signOutEverywhere } from './sign-in-actions';

interface SignInListProps {
  here: string;
  signIns: { id: string; device: string; createdAt: number; seenAt: number }[];
}

/** Where one is signed in, this device first; any of the others is ended at once. */
export function SignInList({ here, signIns }: SignInListProps) {
  const others = signIns.filter(({ id }) => id !== here);
  const own = signIns.filter(({ id }) => id === here);
  return (
    <>
      <ul className="list">
        {[...own, ...others].map(({ id, device, createdAt, seenAt }) => (
          <li key={id} className="row between py-[13px]">
            <div className="min-w-0">
              <p className="b">{id === here ? 'This device' : device}</p>
              <p className="meta num">
                {id === here && `${device}, `}since <LocalTime at={createdAt} form="short" />
                {id !== here && (
                  <>
                    , seen <RelativeTime at={seenAt} />
                  </>
                )}
              </p>
            </div>
            {id === here ? (
              <span className="b">You are here</span>
            ) : (
              <Button size="sm" aria-label={`Sign out: ${device}`} onClick={() => startTransition(() => endOther(id))}>
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="row wrap mt-3">
        {others.length > 0 && (
          <Button size="sm" onClick={() => startTransition(() => endOthers())}>
            <Icon as={LogOut} />
            Sign out everywhere else
          </Button>
        )}
        <ConfirmDialog
          title="Sign out everywhere?"
          detail="On this device too, and out of any live room. You sign in again with your password."
          confirm="Sign out everywhere"
          cancel="Stay signed in"
          trigger={
            <Button size="sm" variant="plain">
              Sign out everywhere
            </Button>
          }
          onConfirm={() => startTransition(() => signOutEverywhere())}
        />
      </div>
    </>
  );
}
