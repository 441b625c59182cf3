import { signedIn } from '@/app/current-person';
import { sessionPlace } from '@/db/session-place';
import { sharedWhy } from '@/db/why';
import { isId } from '@/domain/people';

interface Context {
  params: Promise<{ id: string }>;
}

const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

/** What the person `of` shares with the session's lab now, for its hosts and reps; nothing for anybody else. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await signedIn();
  const place = person && (await sessionPlace(person.id, (await params).id));
  const of = new URL(request.url).searchParams.get('of') ?? '';
  if (!place?.pledged || !isId(of)) return new Response(null, { status: 404, headers: PRIVATE });
  return Response.json(await sharedWhy({ role: place.role, labId: place.lab.id }, of), { headers: PRIVATE });
}
