import { labsHeldBy } from '@/db/leaving';
import { DeleteAccount } from './delete-account';
import { MyData } from './my-data';

/** One's data to take along, and the way out. */
export async function LeavingParts({ person }: { person: { id: string; email: string } }) {
  return (
    <>
      <MyData />
      <DeleteAccount email={person.email} holds={await labsHeldBy(person.id)} />
    </>
  );
}
