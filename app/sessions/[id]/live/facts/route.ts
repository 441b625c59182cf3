import { roomPlaceHere } from '../../place';
import { insteadOfRoom, newerFacts } from '../meeting-facts';

interface Context {
  params: Promise<{ id: string }>;
}

const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

/** What the room's page is to know of the session now, for whom it would open; nothing for anybody else. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const here = await roomPlaceHere((await params).id);
  if (!here || insteadOfRoom(here)) return new Response(null, { status: 404, headers: PRIVATE });
  return Response.json(await newerFacts(here), { headers: PRIVATE });
}
