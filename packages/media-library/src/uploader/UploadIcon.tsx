'use client';
import type { ReactElement } from 'react';

/** Drawn like the icons of `Icon`, and loaded with the uploader. */
const paths = {
  pause: 'M7 4.5v11M13 4.5v11',
  resume: 'M6.5 4.5v11l9-5.5Z',
  close: 'M5 5l10 10M15 5 5 15',
  retry: 'M15.5 7A6.5 6.5 0 1 0 16.5 10M16 3.5V7h-3.5',
  chevron: 'm5 8 5 5 5-5',
  edit: 'M4 16l.7-3.2L13 4.5l2.5 2.5-8.3 8.3ZM11.5 6l2.5 2.5',
  file: 'M5.5 3h6l4 4v10h-10ZM11.5 3v4h4',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  question: 'M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M10 14.5v.01',
} as const;

export type UploadIconName = keyof typeof paths;

export function UploadIcon({ name }: { name: UploadIconName }): ReactElement {
  return (
    <svg className="sk-icon" viewBox="0 0 20 20" focusable="false" aria-hidden="true" data-icon={name}>
      <path d={paths[name]} />
    </svg>
  );
}
