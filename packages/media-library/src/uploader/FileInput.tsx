'use client';
import { useEffect, type ReactElement, type RefObject } from 'react';

export interface FileInputProps {
  /** For the button that opens the browser's file dialog. */
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  /** Endings, such as `.mp4`. */
  accept: readonly string[];
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** The browser's file dialog, opened by a button that can look like everything else here. */
export function FileInput({ ref, label, accept, multiple = false, onFiles }: FileInputProps): ReactElement {
  useEffect(() => {
    const { current } = ref;
    // Leaving the file dialog would bubble as a dialog's own `cancel`, and close the one of the host around us.
    const keep = (event: Event): void => event.stopPropagation();
    current?.addEventListener('cancel', keep);
    return () => current?.removeEventListener('cancel', keep);
  }, [ref]);
  return (
    <input
      ref={ref}
      type="file"
      hidden
      multiple={multiple}
      accept={accept.join()}
      aria-label={label}
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])]);
        // The same file can be chosen again.
        target.value = '';
      }}
    />
  );
}
