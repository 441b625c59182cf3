import { signedIn } from '@/app/current-person';
import { ownExport } from '@/db/exports/mine';
import { exportAnswer, noExport } from '../../formats';

interface Context {
  params: Promise<{ format: string }>;
}

/** Everything that is kept of whoever is signed in. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const person = await signedIn();
  if (!person) return noExport();
  return exportAnswer((await params).format, { title: 'My Whetstone', tables: ownExport(person.id), at: new Date() });
}
