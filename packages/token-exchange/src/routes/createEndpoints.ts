import type { Endpoint } from '../http/Endpoint.ts';
import { auditRoute, type AuditRouteOptions } from './admin/audit.ts';
import {
  deleteConnectionRoute,
  getConnectionRoute,
  putConnectionRoute,
  type AdminConnectionOptions,
} from './admin/connection.ts';
import { guidedAccountRoute, guidedConnectRoute, guidedSignInRoute, type GuidedRouteOptions } from './admin/guided.ts';
import { pauseRoute, resumeRoute } from './admin/pause.ts';
import { endRotationRoute, rotateRoute } from './admin/rotation.ts';
import { servicesRoute, type ServicesRouteOptions } from './admin/services.ts';
import { testRoute, type ConnectionTestRouteOptions } from './admin/connectionTest.ts';
import { kalturaSessionRoute, type KalturaSessionRouteOptions } from './kalturaSession.ts';
import { livezRoute } from './livez.ts';
import { metricsRoute, type MetricsRouteOptions } from './metrics.ts';
import { openapiRoute } from './openapi.ts';
import { playbackSessionRoute } from './playbackSession.ts';
import { readyzRoute, type ReadyzRouteOptions } from './readyz.ts';
import { revocationsRoute, type RevocationsRouteOptions } from './revocations.ts';
import { statusRoute, type StatusRouteOptions } from './status.ts';

/** The whole HTTP API, one line per endpoint. */
export function createEndpoints(
  options: KalturaSessionRouteOptions &
    StatusRouteOptions &
    ReadyzRouteOptions &
    RevocationsRouteOptions &
    AdminConnectionOptions &
    AuditRouteOptions &
    GuidedRouteOptions &
    ServicesRouteOptions &
    ConnectionTestRouteOptions,
): readonly Endpoint[] {
  const endpoints: readonly Endpoint[] = [
    kalturaSessionRoute(options),
    playbackSessionRoute(options),
    statusRoute(options),
    revocationsRoute(options),
    getConnectionRoute(options),
    putConnectionRoute(options),
    deleteConnectionRoute(options),
    pauseRoute(options),
    resumeRoute(options),
    rotateRoute(options),
    endRotationRoute(options),
    testRoute(options),
    auditRoute(options),
    servicesRoute(options),
    guidedSignInRoute(options),
    guidedAccountRoute(options),
    guidedConnectRoute(options),
    livezRoute,
    readyzRoute(options),
    openapiRoute(() => endpoints),
  ];
  return endpoints;
}

/** What is answered on the operator's port. */
export const createOperatorEndpoints = (options: ReadyzRouteOptions & MetricsRouteOptions): readonly Endpoint[] => [
  livezRoute,
  readyzRoute(options),
  metricsRoute(options),
];
