import { preload } from 'react-dom';

const UI = new URL('../ui/fonts/bricolage-grotesque-400-basic.woff2', import.meta.url).toString();
const VOICE = new URL('../ui/fonts/newsreader-400-basic.woff2', import.meta.url).toString();

/** The interface's own font, before the style sheet asks for it. */
export function preloadFont(): void {
  fetchAhead(UI);
}

/** The font of what people say, for pages that greet with it. */
export function preloadVoice(): void {
  fetchAhead(VOICE);
}

function fetchAhead(font: string): void {
  preload(font, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
}
