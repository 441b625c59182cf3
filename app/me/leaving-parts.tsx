import { labsHeldBy } from '@/db/leaving';
import { DeleteAccount } from './delete-account';
import { MyData } from './my-data';

interface LeavingPartsProps {
  person: { id: string; email: string };
  hasPassword: boolean;
}

/** One's data to take along, and the way out. */
export async function LeavingParts({ person, hasPassword }: LeavingPartsProps) {
  return (
    <>
      <MyData />
      <DeleteAccount email={person.email} hasPassword={hasPassword} holds={await labsHeldBy(person.id)} />
    </>
  );
}
