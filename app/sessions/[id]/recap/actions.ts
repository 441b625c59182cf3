'use server';

import { redirect } from 'next/navigation';
import { v4 as newCommandId } from 'uuid';
import { currentPerson } from '@/app/current-person';
import { typedIn } from '@/app/form-state';
import { face } from '@/server/face';

/** Reopens an ended session, as the host who asks might over the wire. Gives the reason where it is refused. */
export async function undoEnd(_: string | null, form: FormData): Promise<string | null> {
  const { sessionId = '' } = typedIn(form);
  const person = await currentPerson();
  const command = { id: newCommandId(), type: 'session.reopen', data: {} };
  const ack = await face().live.execute(sessionId, person.id, command);
  if (!ack.ok) return ack.error.message;
  redirect(`/sessions/${sessionId}/live`);
}
