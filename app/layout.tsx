import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Announcer } from '@/ui/announcer';
import { ViewerProvider } from '@/ui/viewer';
import { preloadFont } from './fonts';
import { themeHere } from './theme';
import { viewerHere } from './viewer';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Whetstone', template: '%s · Whetstone' },
  description: 'Live mastermind sessions where salespeople bring a stuck deal and sharpen each other.',
  applicationName: 'Whetstone',
  formatDetection: { telephone: false, email: false, address: false },
};

const PAPER = { light: '#f1ede4', dark: '#1a1714' } as const;

/** The browser's own frame is of the page's paper too. */
export async function generateViewport(): Promise<Viewport> {
  const theme = await themeHere();
  return {
    width: 'device-width',
    initialScale: 1,
    // The composer of the room stays above the keyboard.
    interactiveWidget: 'resizes-content',
    ...(theme === 'system'
      ? {
          colorScheme: 'light dark',
          themeColor: (['light', 'dark'] as const).map((scheme) => ({
            media: `(prefers-color-scheme: ${scheme})`,
            color: PAPER[scheme],
          })),
        }
      : { colorScheme: theme, themeColor: PAPER[theme] }),
  };
}

/** Theme, zone and language are read on the server: no page flashes in another. Pages mark their content `id="main"`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  preloadFont();
  const theme = await themeHere();
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <ViewerProvider viewer={await viewerHere()}>
          <Announcer>{children}</Announcer>
        </ViewerProvider>
      </body>
    </html>
  );
}
