import { ExchangeProblem } from '../ExchangeProblem.ts';
import { quoteUrl } from '../quoteUrl.ts';

/** The Kaltura services that a connection may name. */
export interface ServiceUrls {
  /** Their origins, in the order in which the operator has named them. */
  readonly allowed: readonly string[];
  /** The service's origin. Throws `service_url_not_allowed` unless it is exactly an allowed one. */
  parse(url: string): string;
  /** Hosts that media of a service may come from, besides its own. */
  mediaHostsOf(serviceUrl: string): string[];
}

/** Kaltura's own service; its media come from these hosts as well. */
export const kalturaServiceUrl = 'https://www.kaltura.com';
const kalturaMediaHosts = ['cdnapisec.kaltura.com', 'cfvod.kaltura.com'];

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Plain http to this very machine: a sandbox or a host app under development. */
export const isLoopbackUrl = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && loopback.has(hostname);

/**
 * A list of allowed service URLs: https, or http on loopback where the operator names it. Throws a TypeError for anything
 * else at the start. Comparison is by equality of the whole origin: no pattern, no suffix. `mediaHosts`: exact hosts from
 * which media of any of them may come.
 */
export function createServiceUrls(allowed: readonly string[], mediaHosts: readonly string[] = []): ServiceUrls {
  const origins = new Set(allowed.map(toOrigin));
  const hosts = mediaHosts.map(toHost);
  return {
    allowed: [...origins],
    parse(url) {
      const origin = tryOrigin(url);
      if (origin === undefined || !origins.has(origin)) throw new ExchangeProblem('service_url_not_allowed');
      return origin;
    },
    mediaHostsOf: (serviceUrl) => [...(serviceUrl === kalturaServiceUrl ? kalturaMediaHosts : []), ...hosts],
  };
}

function toOrigin(url: string): string {
  const origin = tryOrigin(url);
  if (origin === undefined) {
    throw new TypeError(
      `${quoteUrl(url)} is no service URL: it must be https://host, or http on 127.0.0.1 for a sandbox.`,
    );
  }
  return origin;
}

function toHost(text: string): string {
  if (!/^[a-z0-9.-]+(?::\d{1,5})?$/.test(text) || !URL.canParse(`https://${text}`)) {
    throw new TypeError(`"${text}" is no host: give it like cdn.kaltura.example, without https:// and without a path.`);
  }
  return text;
}

function tryOrigin(text: string): string | undefined {
  // The URL parser forgives much (user names, back slashes, spaces, number notations); what it had to mend is refused.
  if (!/^https?:\/\/[a-z0-9.[\]:-]+\/?$/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== text.replace(/\/$/, '')) return undefined;
  return url.protocol === 'https:' || isLoopbackUrl(url) ? url.origin : undefined;
}
