import { signedIn } from '@/app/current-person';
import { calendarOfSession } from '@/db/calendar-feeds';
import { isId } from '@/domain/people';
import { calendarAnswer } from '../../answer';

interface Context {
  params: Promise<{ id: string }>;
}

/** One session as a file, for the members of its lab. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const person = await signedIn();
  const calendar = person && isId(id) ? await calendarOfSession(person.id, id) : undefined;
  return calendarAnswer(request, calendar, `${calendar?.lab.slug}-${calendar?.sessions[0]?.number ?? ''}`);
}
