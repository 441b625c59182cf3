import { writeFileSync } from 'node:fs';
import type { NextConfig } from 'next';

// A second server beside a first one (development beside the tests, say) builds into a folder of its own.
const distDir = process.env.NEXT_DIST_DIR || '.next';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Invitation and guest links hold their secret in the address.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  distDir,
  poweredByHeader: false,
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
  // `npm test` checks types, once and for every folder; a start on a new machine needn't.
  typescript: { ignoreBuildErrors: true, tsconfigPath: typescriptConfig() },
  // Native or server-only packages that a bundler would break.
  serverExternalPackages: [
    '@node-rs/argon2',
    'pino',
    'postgres',
    'prom-client',
    'rate-limiter-flexible',
    'redis',
    'socket.io',
  ],
};

/** Next adds its folder's types to the configuration that it is given: for a folder of its own, not to the committed one. */
function typescriptConfig(): string {
  if (distDir === '.next') return 'tsconfig.json';
  const own = `${distDir}.tsconfig.json`;
  writeFileSync(own, JSON.stringify({ extends: './tsconfig.json' }));
  return own;
}

export default config;
