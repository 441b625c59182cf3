import { signedIn } from '@/app/current-person';
import { labExport } from '@/db/exports/lab';
import { membershipIn } from '@/db/labs';
import { mayInLab } from '@/domain/lab-permissions';
import { exportAnswer, noExport } from '../../../formats';

interface Context {
  params: Promise<{ lab: string; format: string }>;
}

/** A lab as its room may read it, for its hosts. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { lab: slug, format } = await params;
  const person = await signedIn();
  const membership = person && (await membershipIn(person.id, slug));
  if (!membership?.pledgedAt || !mayInLab(membership, 'lab.export')) return noExport();
  return exportAnswer(format, { title: membership.lab.name, tables: labExport(membership), at: new Date() });
}
