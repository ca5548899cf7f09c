import { expect, it } from 'vitest';
import type { BytesStore } from './BytesStore.ts';

/** What every `BytesStore` must do; each implementation's test calls it inside a `describe`. */
export function assertBytesStore(createStore: () => Promise<BytesStore>): void {
  it('gives back what was appended in pieces of every form', async () => {
    const store = await createStore();
    const id = await store.create();
    expect(await store.append(id, bytes('ab'))).toBe(2);
    expect(await store.append(id, new Blob(['cd']))).toBe(2);
    expect(await store.append(id, new Blob(['ef']).stream())).toBe(2);
    expect(store.size(id)).toBe(6);
    expect(await text(store, id)).toBe('abcdef');
  });

  it('writes over what is there and fills a gap with zeros', async () => {
    const store = await createStore();
    const id = await store.create();
    await store.append(id, bytes('abcdef'));
    await store.write(id, 2, bytes('XY'));
    await store.write(id, 8, bytes('!'));
    expect(await text(store, id)).toBe('abXYef\0\0!');
  });

  it('writes nothing for an empty piece, wherever it is put', async () => {
    const store = await createStore();
    const id = await store.create();
    expect(await store.write(id, 100, new Uint8Array(0))).toBe(0);
    expect(store.size(id)).toBe(0);
    expect(await text(store, id)).toBe('');
  });

  it('reads a range without the rest', async () => {
    const store = await createStore();
    const id = await store.create();
    await store.append(id, bytes('0123456789'));
    expect(await new Response(store.read(id, 3, 6)).text()).toBe('345');
    expect(new TextDecoder().decode(await store.slice(id, 8, 100))).toBe('89');
    expect(await new Response(store.read(id, 20)).text()).toBe('');
  });

  it('moves a parked piece to the end, without the part that is already there', async () => {
    const store = await createStore();
    const id = await store.create();
    const piece = await store.create();
    await store.append(id, bytes('abc'));
    await store.append(piece, bytes('cde'));
    await store.absorb(id, piece, 1);
    expect(await text(store, id)).toBe('abcde');
    expect(() => store.size(piece)).toThrow(TypeError);
  });

  it('forgets bytes that were cut off', async () => {
    const store = await createStore();
    const id = await store.create();
    await store.append(id, bytes('abcdef'));
    await store.truncate(id, 2);
    await store.write(id, 4, bytes('z'));
    expect(await text(store, id)).toBe('ab\0\0z');
  });

  it('names the sum that md5sum and sha256sum print', async () => {
    const store = await createStore();
    const id = await store.create();
    await store.append(id, bytes('The quick brown fox jumps over the lazy dog'));
    expect(await store.checksum(id, 'md5')).toBe('9e107d9d372bb6826bd81d3542a419d6');
    expect(await store.checksum(id, 'sha256')).toBe('d7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592');
  });

  it('fetches linked bytes only when they are read, and never writes them', async () => {
    const store = await createStore();
    let loads = 0;
    const id = store.link({
      size: 5,
      load: async () => {
        loads++;
        return bytes('hello');
      },
    });
    expect(store.size(id)).toBe(5);
    expect(loads).toBe(0);
    expect(await new Response(store.read(id, 1, 4)).text()).toBe('ell');
    expect(loads).toBe(1);
    await expect(store.append(id, bytes('!'))).rejects.toThrow('linked');
  });

  it('does not know what was deleted, and deletes it twice without complaint', async () => {
    const store = await createStore();
    const id = await store.create();
    await store.delete(id);
    await store.delete(id);
    expect(() => store.size(id)).toThrow(TypeError);
    await expect(store.append(id, bytes('x'))).rejects.toThrow(TypeError);
  });
}

function bytes(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}

function text(store: BytesStore, id: string): Promise<string> {
  return new Response(store.read(id)).text();
}
