import { calendarByToken } from '@/db/calendar-feeds';
import { calendarAnswer } from '../answer';

interface Context {
  params: Promise<{ token: string }>;
}

/** A member's private feed: who has the address needs no sign-in. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return calendarAnswer(request, await calendarByToken(token.replace(/\.ics$/, '')));
}
