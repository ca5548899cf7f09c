/** XMP is text in UTF-8; some programs write UTF-16, which its first bytes or its zeros betray. */
export function xmpText(view: DataView): string {
  return new TextDecoder(encodingOf(view)).decode(view);
}

function encodingOf(view: DataView): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (view.byteLength < 4) return 'utf-8';
  const [first, second] = [view.getUint8(0), view.getUint8(1)];
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** A namespace and the prefix that everybody gives it, also where they forget to declare it. */
export interface XmpNamespace {
  uri: string;
  prefix: string;
}

/**
 * The properties of one namespace, by name, under whatever prefix: written as attributes (`GPano:ProjectionType="…"`) or
 * elements (`<GPano:ProjectionType>…`). Null for a property that is not there; what is longer than 40 characters is cut.
 */
export function xmpProperties(xmp: string, { uri, prefix }: XmpNamespace): (name: string) => string | null {
  const declared = new RegExp(`xmlns:([\\w.-]{1,40})\\s{0,20}=\\s{0,20}["']${escaped(uri)}["']`, 'i').exec(xmp)?.[1];
  const own = escaped(declared ?? prefix);
  return (name) => {
    const found = new RegExp(
      `[\\s<]${own}:${name}(?:\\s{0,20}=\\s{0,20}["']|\\s{0,20}>)\\s{0,99}([^"'<\\s]{1,40})`,
      'i',
    );
    return found.exec(xmp)?.[1] ?? null;
  };
}

const escaped = (text: string): string => text.replace(/[^\w]/g, '\\$&');
