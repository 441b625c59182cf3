import { Notice } from './notice';

/** For a browser without scripts, on a page that can't do without. */
export function NeedsScripts({ children }: { children: string }) {
  return (
    <noscript>
      <Notice className="m-4">{children}</Notice>
    </noscript>
  );
}
