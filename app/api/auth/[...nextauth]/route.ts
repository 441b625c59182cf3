import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { signedIn } from '@/app/current-person';
import { deviceOf } from '@/domain/device';
import { answerToMalformed, authOptions, intentCookieName, intentCookieOptions, OIDC, readIntent } from '@/server/auth';
import { face } from '@/server/face';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

/** NextAuth's own addresses: `csrf`, `signin`, `callback`, `session`, `signout`. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const malformed = await answerToMalformed(request, nextauth);
  if (malformed) return malformed;
  const device = deviceOf(request.headers.get('user-agent'));
  const comesBack = nextauth[0] === 'callback' && nextauth[1] === OIDC;
  const asks = comesBack ? { device, ...(await whatFor(request)) } : { device };
  const response = (await NextAuth(request as never, context as never, authOptions(face(), asks))) as Response;
  const secure = intentCookieOptions(face()).secure ? '; Secure' : '';
  // What they were there for is done, or isn't.
  if (comesBack)
    response.headers.append('set-cookie', `${intentCookieName(face())}=; Path=/; Max-Age=0; HttpOnly${secure}`);
  return response;
}

async function whatFor(request: NextRequest) {
  const [intent, person] = await Promise.all([
    readIntent(request.cookies.get(intentCookieName(face()))?.value, face()),
    signedIn(),
  ]);
  return { intent, signedIn: person?.id };
}

export { answer as GET, answer as POST };
