import { turnMail } from '@/db/mail-choices';
import { face } from '@/server/face';

interface OffRoute {
  params: Promise<{ token: string }>;
}

/** Turns a kind of mail off at once: readers of mail ask by themselves, without a sign-in (RFC 8058). */
export async function POST(_: Request, { params }: OffRoute): Promise<Response> {
  const link = face().mail.readOffLink((await params).token);
  if (!link) return new Response('This link is not whole.', { status: 404 });
  await turnMail(link.reader, link.kind, false);
  return new Response('Turned off.');
}

/** Following a link changes nothing: whoever opens it in a browser is asked first. */
export async function GET(_: Request, { params }: OffRoute): Promise<Response> {
  const token = encodeURIComponent((await params).token);
  return new Response(null, { status: 303, headers: { location: `/mail/off/${token}` } });
}
