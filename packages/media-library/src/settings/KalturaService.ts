import type { SettingsMessages } from '../messages/settings/SettingsMessages.ts';
import { kalturaConsole, kalturaRegions, testMeConsole, type KalturaRegion } from './connection/kalturaRegions.ts';

/** A Kaltura service that a hub may choose. */
export interface KalturaService {
  readonly url: string;
  readonly name: string;
  /** Where its admins create App Tokens; its own API console without it. */
  readonly consoleUrl?: string | undefined;
}

/** Kaltura's own services. */
export const kalturaServices = (m: SettingsMessages): KalturaService[] =>
  (Object.keys(kalturaRegions) as KalturaRegion[]).map((region) => ({
    url: kalturaRegions[region],
    name: m.regions[region],
    ...(region === 'us' && { consoleUrl: kalturaConsole }),
  }));

/** The console for a service's App Tokens; null for what is no address. */
export const consoleOf = (services: readonly KalturaService[], url: string): string | null =>
  services.find((service) => service.url === url)?.consoleUrl ?? testMeConsole(url);

/** A service's name where it has one, else its host. */
export function serviceName(services: readonly KalturaService[], url: string): string {
  const known = services.find((service) => service.url === url);
  return known?.name ?? (URL.canParse(url) ? new URL(url).host : url);
}
