// `npm run pictures`: draws docs/screens anew, from the demo's data, in a real browser.
import { playwright } from './playwright.mjs';

process.exit(await playwright(['--config=docs/pictures.config.ts']));
