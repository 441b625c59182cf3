'use client';

import { Archive, ArchiveRestore } from 'lucide-react';
import { Carried } from '@/app/carried';
import { useForm } from '@/app/use-form';
import { Button } from '@/ui/button';
import { DialogClose } from '@/ui/dialog';
import { FormDialog } from '@/ui/form-dialog';
import { Icon } from '@/ui/icon';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { archive, restore } from './actions';

interface ArchivePartProps {
  slug: string;
  name: string;
}

/** Puts the lab away; it asks first. `mails`: the server sends mail. */
export function ArchivePart({ slug, name, mails }: ArchivePartProps & { mails: boolean }) {
  return (
    <div>
      <p className="soft mb-4">
        Members keep reading what was said. Nobody brings a deal, joins or starts a session; nobody is reminded, and the
        public page is gone. A host can bring the lab back.
      </p>
      <FormDialog
        name="put-away"
        title={`Archive ${name}?`}
        detail={`The sessions to come are not held: calendars follow${
          mails
            ? ', and members hear of those sessions by mail within about ten minutes, unless they have turned that off'
            : ''
        }. Deals that wait stay where they are, for when a host brings the lab back.`}
        trigger={
          <Button>
            <Icon as={Archive} />
            Archive {name}
          </Button>
        }
      >
        <ArchiveForm slug={slug} name={name} />
      </FormDialog>
    </div>
  );
}

function ArchiveForm({ slug, name }: ArchivePartProps) {
  const { state, pending, form } = useForm(archive);
  return (
    <form {...form}>
      {state.message && (
        <Notice tone="fault" className="mt-4">
          {state.message}
        </Notice>
      )}
      <div className="dialog-foot">
        <SubmitButton variant="ink" pending={pending}>
          Archive {name}
        </SubmitButton>
        <DialogClose>
          <Button variant="plain" autoFocus>
            Not yet
          </Button>
        </DialogClose>
      </div>
      <Carried slug={slug} />
    </form>
  );
}

/** Brings the lab back. */
export function RestorePart({ slug, name }: ArchivePartProps) {
  const { state, pending, form } = useForm(restore);
  return (
    <form {...form}>
      {state.message && <Notice tone="fault">{state.message}</Notice>}
      <p className="soft mb-4">
        It goes on as it was: the same members and deals, and sessions on the days of its schedule.
      </p>
      <SubmitButton variant="ink" pending={pending}>
        <Icon as={ArchiveRestore} />
        Bring {name} back
      </SubmitButton>
      <Carried slug={slug} />
    </form>
  );
}
