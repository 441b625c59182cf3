import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the provider says of somebody, by the name that they sign in with there. */
export type ProvidedPeople = Record<string, { email: string; email_verified: boolean; name: string }>;

export interface TestProvider {
  /** What a server is started with that trusts it. */
  env: Record<string, string>;
  close: () => Promise<void>;
}

/** A real OpenID Connect provider on a free port, which takes any password; people come back to `origin`. */
export async function openProvider(origin: string, people: ProvidedPeople): Promise<TestProvider> {
  // It is an ES module, and tests are not.
  const { default: Provider } = await import('oidc-provider');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'whetstone',
        client_secret: 'a secret between the two',
        redirect_uris: [`${origin}/api/auth/callback/oidc`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    cookies: { keys: ['a key for the tests alone'] },
    pkce: { required: () => true, methods: ['S256'] },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: 'whetstone',
      OIDC_CLIENT_SECRET: 'a secret between the two',
      OIDC_NAME: 'Edgework',
      PUBLIC_URL: origin,
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
