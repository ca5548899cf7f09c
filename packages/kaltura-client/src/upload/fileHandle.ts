/** What browsers with the File System Access API add to a handle; TypeScript's own types leave it out. */
interface PermittedHandle extends FileSystemFileHandle {
  requestPermission(descriptor: { mode: 'read' }): Promise<PermissionState>;
}

/** The file behind a handle that survived a reload, or null: the person says no, or it is not where it was. */
export async function fileOf(handle: FileSystemFileHandle): Promise<File | null> {
  try {
    const permission =
      'requestPermission' in handle ? await (handle as PermittedHandle).requestPermission({ mode: 'read' }) : 'granted';
    return permission === 'granted' ? await handle.getFile() : null;
  } catch {
    return null;
  }
}
