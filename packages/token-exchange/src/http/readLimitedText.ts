/** A body was longer than allowed. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

/**
 * Reads a body as UTF-8 and stops, throwing `TooLong`, at the first byte beyond `limit` — whatever its headers said about
 * its length. Throws a TypeError for bytes that are not UTF-8.
 */
export async function readLimitedText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let length = 0;
  let text = '';
  // Leaving the loop by throwing cancels the stream.
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) throw new TooLong(`The body is longer than ${limit} bytes.`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
