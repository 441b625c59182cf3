// `npm start`: installs and builds what is missing, and then becomes the server.
import { createRequire } from 'node:module';
import { endWithNpm, ensureInstalled, requireNode } from './steps.mjs';

requireNode();
endWithNpm();
await ensureInstalled();
const { ensureBuilt, serverFile } = await import('./build.mjs');
await ensureBuilt();
process.env.NODE_ENV = 'production';
createRequire(import.meta.url)(serverFile);
