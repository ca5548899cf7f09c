import type { Endpoint } from '../http/Endpoint.ts';

/** `GET /livez`: the process answers. */
export const livezRoute: Endpoint = {
  method: 'GET',
  path: '/livez',
  roles: null,
  run: () => ({ status: 200, body: { status: 'ok' } }),
};
