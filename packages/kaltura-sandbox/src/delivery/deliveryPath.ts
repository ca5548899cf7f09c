/** A delivery URL taken apart: `/p/102/sp/10200/thumbnail/entry_id/0_abc/width/320`. */
import { ownValue } from '../ownValue.ts';
export interface DeliveryPath {
  /** The packager in front: `/dash/p/…` and `/hls/p/…`. */
  packager: 'dash' | 'hls' | null;
  /** `playManifest`, `serveFlavor`, `thumbnail`, `raw`. */
  action: string;
  partnerId: number;
  /** Name and value take turns in the path; short names are written out. */
  params: ReadonlyMap<string, string>;
  /** What is left when the pairs are over: a file name that nobody reads, or the packager's own file. */
  file: string;
}

/** Null for a path of another kind. `/s/` in front and a missing `/sp/…` are accepted. */
export function parseDeliveryPath(pathname: string): DeliveryPath | null {
  const match =
    /^(?:\/(dash|hls))?(?:\/s)?\/p\/(\d+)(?:\/sp\/\d+)?\/(playManifest|serveFlavor|thumbnail|raw)\/(.+)$/.exec(
      pathname,
    );
  if (!match) return null;
  const [, packager, partnerId, action = '', rest = ''] = match;
  const parts = rest.split('/').map(decode);
  // The packager's own file stands behind the name of the media file: …/name/a.mp4/manifest.mpd
  const file = packager === undefined && parts.length % 2 === 0 ? '' : (parts.pop() ?? '');
  const params = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) {
    const name = parts[index] ?? '';
    params.set(action === 'playManifest' ? (ownValue(longNames, name) ?? name) : name, parts[index + 1] ?? '');
  }
  return {
    packager: packager === 'dash' || packager === 'hls' ? packager : null,
    action,
    partnerId: Number(partnerId),
    params,
    file,
  };
}

const longNames: Readonly<Record<string, string>> = {
  e: 'entryId',
  f: 'flavorId',
  pt: 'protocol',
  fs: 'flavorIds',
  fps: 'flavorParamIds',
  t: 'tags',
};

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
