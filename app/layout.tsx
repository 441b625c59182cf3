import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { Announcer } from '@/ui/announcer';
import './globals.css';

const UI_FONT = new URL(
  '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-opsz-normal.woff2',
  import.meta.url,
).toString();

export const metadata: Metadata = {
  title: { default: 'Whetstone', template: '%s · Whetstone' },
  description: 'Live mastermind sessions where salespeople bring a stuck deal and sharpen each other.',
  applicationName: 'Whetstone',
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The composer of the room stays above the keyboard.
  interactiveWidget: 'resizes-content',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f1ede4' },
    { media: '(prefers-color-scheme: dark)', color: '#1a1714' },
  ],
};

/** The theme that was chosen on this device; nothing where it follows the system. */
async function chosenTheme(): Promise<'light' | 'dark' | undefined> {
  const theme = (await cookies()).get('theme')?.value;
  return theme === 'light' || theme === 'dark' ? theme : undefined;
}

/** Read on the server from a cookie, so that no page flashes in the other theme. Pages mark their content `id="main"`. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  // The interface's own font, before the style sheet asks for it.
  preload(UI_FONT, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  return (
    <html lang="en" data-theme={await chosenTheme()}>
      <body>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        <Announcer>{children}</Announcer>
      </body>
    </html>
  );
}
