/** A form as a page posts it: text fields, and the bytes of its one file part. */
export interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer | null;
}

/** Reads a whole body, URL-encoded or multipart. The file is a view of the body, not a copy. */
export function readForm(body: Buffer, contentType: string): PostedForm {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return { fields: new Map(new URLSearchParams(body.toString())), file: null };
  const fields = new Map<string, string>();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let file: Buffer | null = null;
  // The first delimiter has no line before it.
  let at = delimiter.length - 2;
  while (body.toString('latin1', at, at + 2) !== '--') {
    const headEnd = body.indexOf('\r\n\r\n', at);
    if (headEnd < 0) throw new TypeError('The form breaks off');
    const head = body.toString('utf8', at, headEnd);
    const start = headEnd + 4;
    const isFile = /; filename="/.test(head);
    // A page puts the file last: there is no need to look through its bytes.
    const end = body.indexOf(delimiter, isFile ? Math.max(start, body.length - 2 * delimiter.length - 64) : start);
    if (end < 0) throw new TypeError('The form breaks off');
    if (isFile) file = body.subarray(start, end);
    else fields.set(/name="([^"]*)"/.exec(head)?.[1] ?? '', body.toString('utf8', start, end));
    at = end + delimiter.length;
  }
  return { fields, file };
}
