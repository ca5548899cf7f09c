'use client';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PickedFile } from './PickedFile.ts';
import { holdsFiles, pickedFiles } from './pickedFiles.ts';

/**
 * Takes files that are dropped anywhere on the root around an element, or pasted there; answers whether files are above it just
 * now. Text that is dropped or pasted goes where it always goes.
 */
export function useFileDrop(
  inside: RefObject<HTMLElement | null>,
  onFiles: (files: readonly PickedFile[]) => void,
): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });

  useEffect(() => {
    const root = inside.current?.closest<HTMLElement>('.sk-root');
    if (!root) return;
    const ended = new AbortController();
    const { signal } = ended;
    // Children are entered before their parents are left.
    let depth = 0;
    const leave = (): void => {
      depth = 0;
      setOver(false);
    };
    const take = (transfer: DataTransfer): void => void pickedFiles(transfer).then((files) => latest.current(files));
    const listen = (
      type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      on: (transfer: DataTransfer, isTaken: boolean) => void,
    ): void =>
      root.addEventListener(
        type,
        (event) => {
          if (!event.dataTransfer || !holdsFiles(event.dataTransfer)) return;
          const isTaken = event.defaultPrevented;
          // Otherwise the browser would leave the page for the file.
          event.preventDefault();
          on(event.dataTransfer, isTaken);
        },
        { signal },
      );
    listen('dragenter', () => {
      depth += 1;
      setOver(true);
    });
    listen('dragover', (transfer) => {
      transfer.dropEffect = 'copy';
    });
    listen('dragleave', () => {
      depth -= 1;
      if (depth <= 0) leave();
    });
    listen('drop', (transfer, isTaken) => {
      leave();
      // The uploader and the tab that it is in both hear of it.
      if (!isTaken) take(transfer);
    });
    const { ownerDocument } = root;
    // Dropped where nobody takes them, files are not opened in place of the page.
    ownerDocument.defaultView?.addEventListener(
      'dragover',
      (event) => {
        const { dataTransfer, target, defaultPrevented } = event;
        const isTaken = defaultPrevented || (target instanceof Element && target.closest('input') !== null);
        if (isTaken || !dataTransfer || !holdsFiles(dataTransfer)) return;
        event.preventDefault();
        dataTransfer.dropEffect = 'none';
      },
      { signal },
    );
    ownerDocument.addEventListener(
      'paste',
      (event) => {
        const { clipboardData, target, defaultPrevented } = event;
        if (defaultPrevented || !clipboardData || clipboardData.files.length === 0) return;
        // On the root, on what it stands in, or while nothing has the focus: not in somebody else's field.
        const isMeant = target === ownerDocument.body || dialogAround(root).contains(target as Node);
        if (!isMeant) return;
        event.preventDefault();
        take(clipboardData);
      },
      { signal },
    );
    return () => ended.abort();
  }, [inside]);
  return over;
}

/** The dialog that a root stands in, whose buttons may have the focus; without one the root itself. */
const dialogAround = (root: HTMLElement): HTMLElement =>
  root.closest<HTMLElement>('dialog, [role="dialog"], [aria-modal="true"]') ?? root;
