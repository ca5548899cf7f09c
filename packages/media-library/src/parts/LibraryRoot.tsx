'use client';
import type { ReactElement, ReactNode } from 'react';

export type LibraryTheme = 'light' | 'dark' | 'auto';

export interface LibraryRootProps {
  /** `auto` follows the reader's system. */
  theme?: LibraryTheme;
  /** BCP 47; sets `lang` so that screen readers pronounce the sentences. */
  locale?: string;
  /** Left out, the direction of the host's page is inherited. */
  dir?: 'ltr' | 'rtl';
  /** Fills its place; `tray` is as high as what it shows, `floating` lies in a corner of the window. */
  layout?: 'fill' | 'tray' | 'floating';
  children: ReactNode;
}

/** The element that carries the tokens. Every part has to stand inside one. */
export function LibraryRoot({
  theme = 'auto',
  locale,
  dir,
  layout = 'fill',
  children,
}: LibraryRootProps): ReactElement {
  return (
    <div className="sk-root" data-sk-theme={theme} data-sk-layout={layout} lang={locale} dir={dir}>
      {children}
    </div>
  );
}
