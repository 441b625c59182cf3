import type { Profile } from 'next-auth';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { Identity } from '@/db/identities';
import { email } from '@/domain/people';
import type { OidcConfig } from '../config';

export const OIDC = 'oidc';

const claims = z.object({
  iss: z
    .string()
    .max(500)
    .transform((issuer) => issuer.replace(/\/+$/, '')),
  sub: z.string().min(1).max(255),
  email: z.string().optional().catch(undefined),
  // Some providers write it as a text.
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().optional().catch(undefined),
});

/** Somebody as the provider vouches for them. */
export interface Vouched {
  identity: Identity;
  /** In canonical form; undefined where the provider says none. */
  email: string | undefined;
  /** Whether the provider says that the address is theirs. */
  verified: boolean;
  name: string | undefined;
}

/** Reads what a provider says of somebody; undefined where it isn't what the standard asks for. */
export function vouchedFor(profile: unknown): Vouched | undefined {
  const read = claims.safeParse(profile);
  if (!read.success) return undefined;
  const { iss: issuer, sub: subject, email: said, email_verified: verified, name } = read.data;
  const address = email.safeParse(said);
  return { identity: { issuer, subject }, email: address.data, verified: address.success && verified, name };
}

/** The provider, for NextAuth: found by its own description, asked with PKCE, state and nonce. */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcConfig): OAuthConfig<Profile> {
  return {
    id: OIDC,
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // Many providers say the address there alone.
      request: async ({ tokens, client }) => {
        const vouched = idClaims(tokens.id_token);
        if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return vouched;
        const more = await client.userinfo(tokens.access_token);
        if (more.sub !== vouched.sub) throw new Error('The provider spoke of somebody else.');
        return { ...more, ...vouched };
      },
    },
    profile: (profile) => ({ id: String(profile.sub) }),
  };
}

/** What the id token says; its signature, issuer, audience and nonce were checked when it came. */
function idClaims(idToken: string | undefined): Profile {
  const [, payload = ''] = (idToken ?? '').split('.');
  return z.looseObject({ sub: z.string() }).parse(JSON.parse(Buffer.from(payload, 'base64url').toString())) as Profile;
}
