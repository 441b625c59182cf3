import 'react';

declare module 'react' {
  // The design passes a few numbers to its style sheets as custom properties.
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
