'use client';
import type { ReactElement } from 'react';

/** One path each, on a 20 × 20 grid, drawn with the text colour. */
const paths = {
  video:
    'M4.5 5h7A1.5 1.5 0 0 1 13 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 13.5v-7A1.5 1.5 0 0 1 4.5 5ZM13 9l4-2.5v7L13 11',
  image:
    'M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4ZM3.5 14.5l4-4.5 3 3 2-2 4 4M12.5 7.5h.01',
  audio: 'M4 8.5v3M7 6v8M10 3.5v13M13 6.5v7M16 8.5v3',
  sphere:
    'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM3 10c0 1.7 3.1 3 7 3s7-1.3 7-3M10 3C8 3 6.5 6.1 6.5 10S8 17 10 17s3.5-3.1 3.5-7S12 3 10 3Z',
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  grid: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z',
  list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 6v4l2.5 2',
  warning: 'm10 3.5 7.5 13h-15ZM10 8v4M10 14.2v.01',
  ban: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM5.2 5.2l9.6 9.6',
  lock: 'M5.5 9h9a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 4 15.5v-5A1.5 1.5 0 0 1 5.5 9ZM6.5 9V6.5a3.5 3.5 0 0 1 7 0V9M10 12v2',
  offline:
    'm3 3 14 14M8.3 5.2a10.5 10.5 0 0 1 9.2 3.1M2.5 8.3a10.5 10.5 0 0 1 2.7-1.9M5.5 11.5a6.5 6.5 0 0 1 2.6-1.5M12.3 10.1a6.5 6.5 0 0 1 2.2 1.4M10 15.5h.01',
  plug: 'M7 3v4M13 3v4M5 7h10v2a5 5 0 0 1-10 0ZM10 14v3.5',
  stack: 'M3.5 7 10 3.5 16.5 7 10 10.5ZM3.5 10.5 10 14l6.5-3.5M3.5 14l6.5 3.5 6.5-3.5',
  options: 'M5 10h.01M10 10h.01M15 10h.01',
  upload: 'M10 12.5v-9M6.5 7 10 3.5 13.5 7M4 16.5h12',
  back: 'm8.5 4.5-5.5 5.5 5.5 5.5M3.5 10h13',
  import: 'M10 3.5v9M6.5 9l3.5 3.5L13.5 9M4 16.5h12',
} as const;

export type IconName = keyof typeof paths;

export interface IconProps {
  name: IconName;
  /** Where the picture stands for a word. Without it, the words beside it say everything. */
  label?: string;
}

export function Icon({ name, label }: IconProps): ReactElement {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className="sk-icon" viewBox="0 0 20 20" focusable="false" data-icon={name} {...spoken}>
      <path d={paths[name]} />
    </svg>
  );
}
