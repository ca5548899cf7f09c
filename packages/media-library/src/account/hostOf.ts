/** `www.kaltura.com` of `https://www.kaltura.com`; the address itself where it is none. */
export function hostOf(serviceUrl: string): string {
  return URL.canParse(serviceUrl) ? new URL(serviceUrl).host : serviceUrl;
}
