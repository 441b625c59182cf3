// `npm run screens`: the tests that look at screens, which draw each at every size and in both themes, in test-results/pictures.
import { readdirSync, readFileSync } from 'node:fs';
import { playwright } from './playwright.mjs';

const specs = readdirSync('e2e')
  .map((name) => `e2e/${name}`)
  .filter((file) => file.endsWith('.spec.ts') && readFileSync(file, 'utf8').includes('inspect('));
process.exit(await playwright([...specs, ...process.argv.slice(2)], { SCREENS: 'drawn' }));
