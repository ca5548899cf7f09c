/** A file that somebody chose, dropped or pasted. */
export interface PickedFile {
  readonly file: File;
  /** A way to the file that survives a reload, where the browser has one. */
  readonly handle: FileSystemFileHandle | null;
  /** It is a folder: browsers give those as files, too. */
  readonly folder?: boolean;
}
