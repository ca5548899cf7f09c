import * as v from 'valibot';
import { MediaReferenceError } from '../errors.ts';
import { toSafeUrl, toServiceUrl } from '../urls/allowedUrl.ts';
import type { MediaReference } from './MediaReference.ts';

export interface ParseReferenceOptions {
  /** When given, a thumbnail on any other host becomes null, so that a crafted reference cannot make a viewer's browser call home. */
  allowedHosts?: readonly string[] | undefined;
}

const size = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)));
const maxDurationMs = 7 * 24 * 60 * 60 * 1000;

const schema = v.object({
  version: v.literal(1),
  source: v.literal('kaltura'),
  serviceUrl: v.pipe(v.string(), v.maxLength(500), v.transform<string, string | null>(toServiceUrl), v.string()),
  partnerId: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1)),
  entryId: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  mediaType: v.picklist(['video', 'image', 'audio']),
  name: v.pipe(v.string(), v.maxLength(20_000)),
  projection: v.picklist(['flat', 'equirectangular']),
  stereoMode: v.picklist(['mono', 'top-bottom', 'left-right']),
  durationMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maxDurationMs))),
  width: size,
  height: size,
  thumbnailUrl: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(2000),
      v.transform((url) => toSafeUrl(url)?.href),
      v.string(),
    ),
  ),
});

/**
 * Reads a stored reference. It is untrusted input (whoever edits a space can craft one): only what it must contain is
 * taken, lengths are limited, and its URLs are https without user info (http on loopback only). Whether `serviceUrl` is a
 * service that this page may talk to is for `resolvePlayback` to decide.
 *
 * @throws MediaReferenceError naming the member at fault.
 */
export function parseMediaReference(value: unknown, { allowedHosts }: ParseReferenceOptions = {}): MediaReference {
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    const path = v.getDotPath(parsed.issues[0]) ?? '';
    throw new MediaReferenceError(isNewer(value) ? 'reference_version_unknown' : 'reference_invalid', path);
  }
  const reference = parsed.output;
  const host = reference.thumbnailUrl === null ? null : new URL(reference.thumbnailUrl).host;
  const foreign = host !== null && allowedHosts !== undefined && !allowedHosts.includes(host);
  return foreign ? { ...reference, thumbnailUrl: null } : reference;
}

const isNewer = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'number' &&
  value.version > 1;
