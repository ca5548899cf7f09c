'use client';
import type { ReactNode } from 'react';
import type { Shape } from './projectionWords.ts';

const paths: Readonly<Record<Shape, string>> = {
  flat: 'M4 9h40v22H4Z',
  mono: 'M24 5a15 15 0 1 0 0 30 15 15 0 0 0 0-30ZM9 20c0 3.6 6.7 6.5 15 6.5S39 23.6 39 20M24 5c-4.3 0-7.5 6.7-7.5 15S19.7 35 24 35s7.5-6.7 7.5-15S28.3 5 24 5Z',
  'top-bottom':
    'M8 4h32v14.5H8ZM8 21.5h32V36H8ZM24 6.5a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6ZM24 24a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z',
  'left-right':
    'M3 10h20v20H3ZM25 10h20v20H25ZM13 14.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM35 14.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
};

/** What the words beside it say, drawn. */
export function ShapePicture({ shape }: { shape: Shape }): ReactNode {
  return (
    <svg className="sk-shape" viewBox="0 0 48 40" aria-hidden="true" focusable="false">
      <path d={paths[shape]} />
    </svg>
  );
}
