/** Fetches a file of the demo library, wherever the page's bundler put it. */
export async function assetBytes(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The demo's file ${url.pathname} is not there (${response.status})`);
  return new Uint8Array(await response.arrayBuffer());
}
