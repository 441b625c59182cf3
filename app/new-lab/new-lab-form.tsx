'use client';

import { Carried } from '@/app/carried';
import { LabFields, NEW_LAB_VALUES } from '@/app/lab-fields';
import type { ZoneGroup } from '@/app/time-zones';
import { useForm } from '@/app/use-form';
import { LinkButton } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { SubmitButton } from '@/ui/submit-button';
import { makeLab } from './actions';

/** The lab's name, when it meets, and how long a turn's phases take. Under `id` it is made once. */
export function NewLabForm({ id, zones }: { id: string; zones: ZoneGroup[] }) {
  const { state, pending, form, field } = useForm(makeLab, { values: NEW_LAB_VALUES });
  return (
    <form {...form}>
      <LabFields field={field} zones={zones} />
      <div className="first-part pb-0">
        {state.message && (
          <Notice tone="fault" className="mb-4">
            {state.message}
          </Notice>
        )}
        <div className="row wrap">
          <SubmitButton variant="ink" pending={pending}>
            Make the lab
          </SubmitButton>
          <LinkButton variant="plain" href="/labs">
            Not now
          </LinkButton>
        </div>
      </div>
      <Carried id={id} />
    </form>
  );
}
