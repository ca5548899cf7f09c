import type { PickedFile } from './PickedFile.ts';

/** Of browsers that have the File System Access API; the DOM library of TypeScript does not know it. */
interface ItemWithHandle extends DataTransferItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Does what is dragged over the page hold files? Their names are not told before they are dropped. */
export const holdsFiles = ({ types }: Pick<DataTransfer, 'types'>): boolean => types.includes('Files');

/** What was dropped or pasted. Has to be called while the event is handled: afterwards it is empty. */
export async function pickedFiles({ items, files }: DataTransfer): Promise<PickedFile[]> {
  const fileItems = [...items].filter(({ kind }) => kind === 'file') as ItemWithHandle[];
  if (fileItems.length === 0) return [...files].map((file) => ({ file, handle: null }));
  const picked = fileItems.map((item) => ({
    file: item.getAsFile(),
    folder: item.webkitGetAsEntry()?.isDirectory === true,
    handle: item.getAsFileSystemHandle?.().catch(() => null) ?? null,
  }));
  const all: PickedFile[] = [];
  for (const { file, folder, handle: coming } of picked) {
    const handle = await coming;
    if (file) all.push({ file, folder, handle: handle?.kind === 'file' ? (handle as FileSystemFileHandle) : null });
  }
  return all;
}
