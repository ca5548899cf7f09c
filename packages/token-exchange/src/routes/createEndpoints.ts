import type { Endpoint } from '../http/Endpoint.ts';
import { kalturaSessionRoute, type KalturaSessionRouteOptions } from './kalturaSession.ts';
import { livezRoute } from './livez.ts';
import { openapiRoute } from './openapi.ts';
import { playbackSessionRoute } from './playbackSession.ts';
import { readyzRoute, type ReadyzRouteOptions } from './readyz.ts';
import { statusRoute, type StatusRouteOptions } from './status.ts';

/** The whole HTTP API, one line per endpoint. */
export function createEndpoints(
  options: KalturaSessionRouteOptions & StatusRouteOptions & ReadyzRouteOptions,
): readonly Endpoint[] {
  const endpoints: readonly Endpoint[] = [
    kalturaSessionRoute(options),
    playbackSessionRoute(options),
    statusRoute(options),
    livezRoute,
    readyzRoute(options),
    openapiRoute(() => endpoints),
  ];
  return endpoints;
}
