'use client';
import type { ReactElement, ReactNode } from 'react';

export interface LibraryFrameProps {
  toolbar?: ReactNode;
  /** The grid, or the view that stands in its place. */
  children: ReactNode;
  /** The selection bar. */
  footer?: ReactNode;
}

/** Toolbar, entries and foot, one above the other; only the entries scroll. It fills the height its host gives it. */
export function LibraryFrame({ toolbar, children, footer }: LibraryFrameProps): ReactElement {
  return (
    <div className="sk-frame">
      {toolbar}
      <div className="sk-body">{children}</div>
      {footer}
    </div>
  );
}
