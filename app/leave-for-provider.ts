import NextAuth from 'next-auth';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { z } from 'zod';
import { deviceOf } from '@/domain/device';
import { authOptions, intentCookieName, intentCookieOptions, makeIntent, OIDC, type OidcIntent } from '@/server/auth';
import { face } from '@/server/face';

/**
 * Sends whoever asks to the OpenID Connect provider, and on to a path of ours once they are signed in. In a server action
 * only: it begins what NextAuth's own sign-in page would, with the cookies that its answer is checked by.
 */
export async function leaveForProvider(then: string, intent?: OidcIntent): Promise<never> {
  const jar = await cookies();
  if (intent) jar.set(intentCookieName(face()), await makeIntent(intent, face()), intentCookieOptions(face()));
  else jar.delete(intentCookieName(face()));
  const { csrfToken } = await askNextAuth(['csrf'], z.object({ csrfToken: z.string() }));
  const form = { csrfToken, callbackUrl: then, json: 'true' };
  const { url } = await askNextAuth(['signin', OIDC], z.object({ url: z.string() }), form);
  redirect(url);
}

/** Asks NextAuth as a browser would, and keeps the cookies of its answer on the device. */
async function askNextAuth<T>(nextauth: string[], answer: z.ZodType<T>, form?: Record<string, string>): Promise<T> {
  const device = deviceOf((await headers()).get('user-agent'));
  const request = new NextRequest(new URL(`/api/auth/${nextauth.join('/')}`, face().config.publicUrl), {
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  const context = { params: Promise.resolve({ nextauth }) };
  const response = (await NextAuth(request as never, context as never, authOptions(face(), { device }))) as Response;
  const jar = await cookies();
  const { maxAge, ...options } = intentCookieOptions(face());
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    jar.set(pair.slice(0, at), decodeURIComponent(pair.slice(at + 1)), { ...options, maxAge });
  }
  return answer.parse(await response.json());
}
