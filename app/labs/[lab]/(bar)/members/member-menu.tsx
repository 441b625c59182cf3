'use client';

import { useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { Dialog, DialogClose } from '@/ui/dialog';
import { FieldError } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { Menu, MenuItem } from '@/ui/menu';
import { SubmitButton } from '@/ui/submit-button';
import { linkToPassword, remove } from './actions';
import { OnceLink } from './once-link';

interface MemberMenuProps {
  slug: string;
  memberId: string;
  name: string;
  /** One's own row. */
  own: boolean;
}

/** What a host does about a member, beside the role. */
export function MemberMenu({ slug, memberId, name, own }: MemberMenuProps) {
  const [asking, ask] = useState<'password' | 'remove' | null>(null);
  const close = (open: boolean) => !open && ask(null);
  return (
    <>
      <Menu
        trigger={
          <Button variant="plain" size="sm" square aria-label={`More about ${name}`}>
            <Icon as={Ellipsis} />
          </Button>
        }
      >
        {!own && <MenuItem onSelect={() => ask('password')}>Link to a new password</MenuItem>}
        <MenuItem onSelect={() => ask('remove')}>{own ? 'Leave the lab' : 'Remove from the lab'}</MenuItem>
      </Menu>
      <Dialog
        open={asking === 'password'}
        onOpenChange={close}
        title={`A new password for ${name}`}
        detail="A link that works once, for a day. It signs them out everywhere when they use it. Send it to them alone."
      >
        <PasswordLink slug={slug} memberId={memberId} />
      </Dialog>
      <Dialog
        open={asking === 'remove'}
        onOpenChange={close}
        title={own ? 'Leave the lab?' : `Remove ${name}?`}
        detail={
          own
            ? 'It counts at once, in a live room too. What you brought and said stays; what you opened as a host, to guests and programs too, closes. An invitation link brings you back.'
            : 'It counts at once, in a live room too. What they brought and said stays; what they opened as a host, to guests and programs too, closes. No link brings them back, until a host lets them back in.'
        }
      >
        <Removal slug={slug} memberId={memberId} verb={own ? 'Leave the lab' : `Remove ${name}`} />
      </Dialog>
    </>
  );
}

function PasswordLink({ slug, memberId }: { slug: string; memberId: string }) {
  const { state, pending, form } = useForm<string>(linkToPassword);
  if (state.done) return <OnceLink url={state.done} />;
  return (
    <form {...form}>
      {state.message && <FieldError>{state.message}</FieldError>}
      <div className="dialog-foot">
        <SubmitButton variant="ink" pending={pending}>
          Make the link
        </SubmitButton>
      </div>
      <Carried slug={slug} memberId={memberId} />
    </form>
  );
}

function Removal({ slug, memberId, verb }: { slug: string; memberId: string; verb: string }) {
  const { state, pending, form } = useForm(remove);
  return (
    <form {...form}>
      {state.message && <FieldError>{state.message}</FieldError>}
      <div className="dialog-foot">
        <SubmitButton variant="ink" pending={pending}>
          {verb}
        </SubmitButton>
        <DialogClose>
          <Button variant="plain">Not now</Button>
        </DialogClose>
      </div>
      <Carried slug={slug} memberId={memberId} />
    </form>
  );
}
