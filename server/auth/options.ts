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
          );
          // The sentence travels to the caller as NextAuth's `error`.
          if (!checked.ok) throw new Error(checked.message);
          const { id, name, email, signInEpoch } = checked.account;
          return { id, name, email, epoch: signInEpoch };
        },
      }),
    ],
    callbacks: {
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
        face.log.error({ code, err: detail instanceof Error ? detail : undefined }, 'sign-in');
      },
      warn: (code) => face.log.debug({ code }, 'sign-in'),
      debug: () => undefined,
    },
  };
}
