import type { CSSProperties } from 'react';

/** Gives a box and everything in it a hub's colours; the stylesheets read `--hue`, degrees on the colour wheel. */
export function tint(hue: number): CSSProperties {
  return { '--hue': hue } as CSSProperties;
}
