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
  return known?.name ?? hostOf(url);
}

/** As people type an address: with a slash at the end, or spaces around. */
export const trimServiceUrl = (typed: string): string => typed.trim().replace(/\/+$/, '');

/** The services that are known by name, and those besides that the operator of the exchange allows. */
export const withAllowed = (known: readonly KalturaService[], allowed: readonly string[]): KalturaService[] => [
  ...known,
  ...allowed.filter((url) => known.every((service) => service.url !== url)).map((url) => ({ url, name: hostOf(url) })),
];

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
