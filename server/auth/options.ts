import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { accountById } from '@/db/people';
import type { Face } from '../face';
import { addressOf } from './address';
import { checkSignIn } from './check-sign-in';
import { isSecure, SIGN_IN_SECONDS } from './cookie';

/** NextAuth as this house uses it: an email and a password, and a sign-in that says who and with which epoch. */
export function authOptions(face: Pick<Face, 'config' | 'log' | 'authSecret'>): NextAuthOptions {
  return {
    secret: face.authSecret,
    useSecureCookies: isSecure(face),
    session: { strategy: 'jwt', maxAge: SIGN_IN_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { label: 'Email', type: 'email' }, password: { label: 'Password', type: 'password' } },
        authorize: async (typed, request) => {
          const checked = await checkSignIn(
            { email: typed?.email, password: typed?.password },
            addressOf(request.headers ?? {}),
          ).catch((error: unknown) => {
            face.log.error({ err: error instanceof Error ? error.cause : undefined }, 'sign-in could not be checked');
            throw new Error('Signing in is not possible just now. Try again in a moment.');
          });
          // The sentence travels to the caller as NextAuth's `error`.
          if (!checked.ok) throw new Error(checked.message);
          const { id, name, email, signInEpoch } = checked.account;
          return { id, name, email, epoch: signInEpoch };
        },
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined;
        return to?.origin === new URL(baseUrl).origin ? to.href : baseUrl;
      },
      jwt: async ({ token, user }) => {
        if (user) return { sub: user.id, epoch: (user as { epoch?: number }).epoch };
        const account = token.sub ? await accountById(token.sub) : undefined;
        if (account?.signInEpoch !== token.epoch) throw new Error('Signed out everywhere.');
        return token;
      },
      session: async ({ session, token }) => {
        const account = token.sub ? await accountById(token.sub) : undefined;
        return { expires: session.expires, user: { id: token.sub, name: account?.name, email: account?.email } };
      },
    },
    logger: {
      error: (code, detail) => {
        // A cookie that was signed out, or is of another installation, is no fault of ours.
        if (code === 'JWT_SESSION_ERROR') return;
        // A failed sign-in is no fault either, and its detail names the email.
        if (code !== 'CALLBACK_CREDENTIALS_JWT_ERROR') face.log.error({ code, name: nameOf(detail) }, 'sign-in');
      },
      warn: (code) => face.log.debug({ code }, 'sign-in'),
      debug: () => undefined,
    },
  };
}

function nameOf(detail: unknown): string | undefined {
  return detail instanceof Error ? detail.name : undefined;
}
