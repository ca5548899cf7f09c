import { deliveryRoute } from './delivery/deliveryRoute.ts';
import type { SandboxContext } from './SandboxContext.ts';

/** A URL outside the API: answers `null` when it is not its own. */
export type Route = (request: Request, sandbox: SandboxContext) => Promise<Response | null> | Response | null;

/** Delivery URLs (playManifest, serveFlavor, thumbnails, raw), in the order they are asked. */
export const routes: readonly Route[] = [deliveryRoute];
