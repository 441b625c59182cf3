import type { NextConfig } from 'next';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  // Invitation and guest links hold their secret in the address.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  // A second server beside a first one (development beside the tests, say) builds into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
  // `npm test` checks types, once and for every folder; a start on a new machine needn't.
  typescript: { ignoreBuildErrors: true },
  // Native or server-only packages that a bundler would break.
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'postgres', 'prom-client', 'redis', 'socket.io'],
};

export default config;
