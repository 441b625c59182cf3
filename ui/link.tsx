import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link to another of our pages. Nothing is fetched before somebody follows it: every page is drawn for its viewer, so that
 * what could be fetched ahead is next to nothing, and a page with thirty links would ask thirty times.
 */
export function Link(props: ComponentProps<typeof NextLink>) {
  return <NextLink prefetch={false} {...props} />;
}
