import type { BytesStore } from '../bytes/BytesStore.ts';
import { longAgo } from './deliveryResponses.ts';

/** A stored file, whole or the range that was asked for. Only one range is answered; one behind the end is 416. */
export function fileResponse(
  request: Request,
  bytes: BytesStore,
  id: string,
  contentType: string,
  headers: Record<string, string> = {},
): Response {
  const size = bytes.size(id);
  const common = { 'Access-Control-Allow-Origin': '*', 'Last-Modified': longAgo, ...headers };
  const range = readRange(request.headers.get('range'), size);
  if (range === 'beyond') {
    return new Response(null, {
      status: 416,
      headers: {
        'Accept-Ranges': `0-${size}`,
        'Content-Range': `bytes 0-${size - 1}/${size}`,
        'Content-Type': 'text/html; charset=UTF-8',
      },
    });
  }
  const { start, end } = range ?? { start: 0, end: size };
  return new Response(request.method === 'HEAD' ? null : bytes.read(id, start, end), {
    status: range ? 206 : 200,
    headers: {
      ...common,
      'Accept-Ranges': 'bytes',
      ...(range ? { 'Content-Range': `bytes ${start}-${end - 1}/${size}` } : {}),
      'Content-Length': String(end - start),
      'Content-Type': contentType,
    },
  });
}

/** `bytes=2-5`, `bytes=2-` and `bytes=-3` (the last three); anything else is ignored. */
function readRange(header: string | null, size: number): { start: number; end: number } | 'beyond' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return null;
  const [, first = '', last = ''] = match;
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size };
  const start = Number(first);
  if (start >= size) return 'beyond';
  return { start, end: last === '' ? size : Math.min(size, Number(last) + 1) };
}
