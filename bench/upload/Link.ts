/** A way from the page to the server. */
export interface Link {
  /** As it is asked for. */
  readonly name: string;
  /** Null is plain loopback. */
  readonly path: Path | null;
  /** Milliseconds the server takes for each answer. */
  readonly latencyMs: number;
}

export interface Path {
  readonly mbit: number;
  readonly rttMs: number;
  /** Of the packets on their way to the server, percent. */
  readonly loss: number;
}

/**
 * Reads `loopback`, `100/80` (Mbit per second / milliseconds of round trip), `100/80/0.5` (percent of packets lost),
 * and `+500` behind any of them (milliseconds the server takes for each answer; `latencyMs` where it is not said).
 */
export function parseLink(name: string, latencyMs = 0): Link {
  const [, kind, mbit, rttMs, loss, latency] =
    /^(loopback|([\d.]+)\/([\d.]+)(?:\/([\d.]+))?)(?:\+(\d+))?$/.exec(name) ?? [];
  if (kind === undefined) throw new TypeError(`Not a link: ${name}. Try loopback, 100/80, 100/80/0.5 or 100/80+500.`);
  const took = latency === undefined ? latencyMs : Number(latency);
  return {
    name: took > 0 ? `${kind}+${took}` : kind,
    path: kind === 'loopback' ? null : { mbit: Number(mbit), rttMs: Number(rttMs), loss: Number(loss ?? 0) },
    latencyMs: took,
  };
}

/** One bandwidth-delay product, as routers have, but never less than 256 KiB. */
export function queueBytesOf({ mbit, rttMs }: Path): number {
  return Math.max(256 * 1024, Math.round((mbit * 1e6 * rttMs) / 8000));
}

/**
 * MiB that take long enough to be measured and not too long: on a lossy path one connection is far slower than the link
 * (Mathis: a segment per round trip, times 1.22 / √loss).
 */
export function usualMib({ path }: Link): number {
  if (path === null) return 512;
  if (path.loss > 0) return 16;
  return path.mbit > 250 ? 256 : 128;
}
