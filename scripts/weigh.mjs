// `npm run weigh`: what a page costs, printed: the JavaScript of the room's first load, and Lighthouse's figures.
import { playwright } from './playwright.mjs';

process.exit(await playwright(['weight.spec.ts', 'lighthouse.spec.ts', '--workers=1'], { WEIGH: '1' }));
