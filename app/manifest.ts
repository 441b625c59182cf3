import type { MetadataRoute } from 'next';

/** What makes the page an app on a phone or a desk; `npm run icons` draws the icons from the mark. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Whetstone',
    short_name: 'Whetstone',
    description: 'Live mastermind sessions where salespeople bring a stuck deal and sharpen each other.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f1ede4',
    theme_color: '#f1ede4',
    categories: ['business', 'productivity'],
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
