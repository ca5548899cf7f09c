/** Unpacks zlib data, as far as the limit; what comes out is empty where the data is none. */
export async function inflate(view: DataView<ArrayBuffer>, maxBytes: number): Promise<DataView> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([view]).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  try {
    while (length < maxBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
    }
  } catch {
    // Damaged, or cut off by the limit of what is read: the beginning may be enough.
  }
  await reader.cancel().catch(() => {});
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return new DataView(whole.buffer, 0, Math.min(length, maxBytes));
}
