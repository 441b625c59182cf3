import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { personOfIdentity } from '@/db/identities';
import { accountOfSignIn, endSignIn, SIGN_IN_SECONDS } from '@/db/sign-ins';
import type { Face } from '../face';
import { addressOf } from './address';
import { checkSignIn } from './check-sign-in';
import { claimIn, isSecure } from './cookie';
import { enter } from './enter';
import { OIDC, oidcProvider, vouchedFor } from './oidc';
import type { OidcIntent } from './oidc-intent';
import { openSignIn } from './open-sign-in';

/** Who asks, as far as their request says. */
export interface Asks {
  /** Browser and system in a few words. */
  device: string;
  /** What they were at the provider for. */
  intent?: OidcIntent | undefined;
  /** Who is signed in already. */
  signedIn?: string | undefined;
}

/** NextAuth as this house uses it: an email and a password, and a sign-in that names its row; and a provider, where one is configured. */
export function authOptions(face: Pick<Face, 'config' | 'log' | 'authSecret' | 'live'>, asks: Asks): NextAuthOptions {
  const { oidc } = face.config;
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
          const { id, name, email } = checked.account;
          return { id, name, email };
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== OIDC) return true;
        const vouched = vouchedFor(profile);
        if (!vouched || vouched.identity.issuer !== oidc?.issuer) return '/sign-in?error=oidc';
        const entry = await enter(vouched, asks.intent, asks.signedIn);
        if ('userId' in entry) return true;
        if ('linked' in entry) return '/me?oidc=linked';
        return `${asks.intent && 'link' in asks.intent ? '/me?oidc' : '/sign-in?error'}=${entry.refused}`;
      },
      redirect: ({ url, baseUrl }) => {
        const to = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : undefined;
        return to?.origin === new URL(baseUrl).origin ? to.href : baseUrl;
      },
      jwt: async ({ token, user, account, profile }) => {
        if (user) {
          const userId = account?.provider === OIDC ? await personBehind(profile) : user.id;
          return { sub: userId, sid: await openSignIn(userId, asks.device, face.live) };
        }
        const claim = claimIn(token);
        if (!claim || !(await accountOfSignIn(claim))) throw new Error('Signed out.');
        return token;
      },
      session: async ({ session, token }) => {
        const claim = claimIn(token);
        const account = claim && (await accountOfSignIn(claim));
        return { expires: session.expires, user: { id: token.sub, name: account?.name, email: account?.email } };
      },
    },
    events: {
      // NextAuth's own way out takes a cookie away: the sign-in ends with it, wherever that cookie was kept.
      signOut: async ({ token }) => {
        const claim = claimIn(token);
        if (!claim || !(await endSignIn(claim))) return;
        await face.live.signedOut(claim.userId, { only: claim.signInId });
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

/** Whom the identity opens that `signIn` has just let in. */
async function personBehind(profile: unknown): Promise<string> {
  const vouched = vouchedFor(profile);
  const userId = vouched && (await personOfIdentity(vouched.identity));
  if (!userId) throw new Error('The identity was unlinked in this moment.');
  return userId;
}

function nameOf(detail: unknown): string | undefined {
  return detail instanceof Error ? detail.name : undefined;
}
