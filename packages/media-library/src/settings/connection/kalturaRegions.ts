/** Kaltura's own services by region. Which of them a hub may use decides the exchange. */
export type KalturaRegion = 'us' | 'eu' | 'de' | 'ca' | 'sg' | 'ap';

export const kalturaRegions: Readonly<Record<KalturaRegion, string>> = {
  us: 'https://www.kaltura.com',
  eu: 'https://api.eu.kaltura.com',
  de: 'https://api.de.kaltura.com',
  ca: 'https://api.ca.kaltura.com',
  sg: 'https://api.sg.kaltura.com',
  ap: 'https://api.ap.kaltura.com',
};

/** Kaltura's API console, where an App Token can be created by filling in a form; it serves the US region. */
export const kalturaConsole = 'https://developer.kaltura.com/console/service/appToken/action/add';

/** The console that every Kaltura service brings along. */
export const testMeConsole = (serviceUrl: string): string | null =>
  URL.canParse(serviceUrl) && /^https?:/.test(serviceUrl) ? new URL('/api_v3/testme/', serviceUrl).href : null;
