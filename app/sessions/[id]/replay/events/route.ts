import { signedIn } from '@/app/current-person';
import { replayEvents } from '@/db/replay';
import { sessionPlace } from '@/db/session-place';

interface Context {
  params: Promise<{ id: string }>;
}

const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

/** The next page of an ended session's log after `since`, as this member may read it; `as=room` is the room's view. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await signedIn();
  const place = person && (await sessionPlace(person.id, (await params).id));
  if (!person || !place?.pledged || place.status !== 'ended') {
    return new Response(null, { status: 404, headers: PRIVATE });
  }
  const asked = new URL(request.url).searchParams;
  const since = Number(asked.get('since') ?? 0);
  if (!Number.isSafeInteger(since) || since < 0) return new Response(null, { status: 400, headers: PRIVATE });
  const events = await replayEvents(place, person.id, { since, asRoom: asked.get('as') === 'room' });
  return Response.json(events, { headers: PRIVATE });
}
