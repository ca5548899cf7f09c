/** Loopback is the only place where plain http is allowed: a sandbox or a server under development. */
const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/**
 * A URL that may be fetched: https (http on loopback only), without user info. Null for anything else. Compared by
 * `URL.host`, which the browser itself resolves, never by pattern.
 */
export function toSafeUrl(text: unknown): URL | null {
  if (typeof text !== 'string' || text.length > 4096 || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)) ? url : null;
}

/** The address of a Kaltura service in one spelling (no trailing slash), or null when it is none. */
export function toServiceUrl(text: unknown): string | null {
  const url = toSafeUrl(text);
  if (!url || url.search !== '' || url.hash !== '') return null;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

/** What decides whether a URL in an answer may be used. */
export interface UrlRules {
  readonly serviceUrl: string;
  readonly hosts: readonly string[];
}

/**
 * A URL from one of Kaltura's answers if its host is the service's own or one of `hosts` (exactly, port included); null
 * otherwise, and then it is never fetched. Kaltura writes `http:` where it was asked through a proxy; on an https service
 * that is read as https. A URL with a KS in it is refused as well.
 */
export function allowedUrl(text: unknown, { serviceUrl, hosts }: UrlRules): string | null {
  if (typeof text !== 'string') return null;
  const service = toSafeUrl(serviceUrl);
  const url = toSafeUrl(service?.protocol === 'https:' ? text.replace(/^http:/i, 'https:') : text);
  if (!service || !url || /\/ks\/|[?&]ks=/i.test(url.href)) return null;
  return url.host === service.host || hosts.includes(url.host) ? url.href : null;
}
