/** What an asset shows, and how people would have called their recordings of it. */
export interface Subject {
  /** A file name in `assets/media`, without its ending. */
  asset: string;
  titles: readonly string[];
  tags: string;
  description: string;
}

export function on(asset: string, tags: string, description: string, ...titles: string[]): Subject {
  return { asset, titles, tags, description };
}
