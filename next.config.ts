import type { NextConfig } from 'next';

const config: NextConfig = {
  // A second server beside a first one (development beside the tests, say) builds into a folder of its own.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // Native or server-only packages that a bundler would break.
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'postgres', 'prom-client', 'redis', 'socket.io'],
};

export default config;
