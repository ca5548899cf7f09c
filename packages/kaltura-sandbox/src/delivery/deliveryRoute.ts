import type { Route } from '../routes.ts';
import { parseDeliveryPath } from './deliveryPath.ts';
import { deliveryPreflight } from './deliveryResponses.ts';
import { playManifest } from './playManifest.ts';
import { raw } from './raw.ts';
import { serveFlavor } from './serveFlavor.ts';
import { thumbnail } from './thumbnail.ts';

/** Everything that is fetched by URL rather than called: manifests, media, pictures, files. */
export const deliveryRoute: Route = async (request, sandbox) => {
  const path = parseDeliveryPath(new URL(request.url).pathname);
  if (!path) return null;
  if (request.method === 'OPTIONS') return deliveryPreflight();
  switch (path.action) {
    case 'playManifest':
      return playManifest(request, path, sandbox);
    case 'serveFlavor':
      return serveFlavor(request, path, sandbox);
    case 'thumbnail':
      return thumbnail(request, path, sandbox);
    default:
      return raw(request, path, sandbox);
  }
};
