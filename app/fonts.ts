import { preload } from 'react-dom';

const UI = new URL('../ui/fonts/bricolage-grotesque-400-basic.woff2', import.meta.url).toString();

/** Has the browser fetch the interface's own font before the style sheet asks for it. */
export function preloadFont(): void {
  preload(UI, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
}
