import * as v from 'valibot';
import type { Endpoint } from '../http/Endpoint.ts';

/** `GET /livez`: the process answers. */
export const livezRoute: Endpoint = {
  method: 'GET',
  path: '/livez',
  summary: 'The process answers',
  answers: { 200: v.object({ status: v.literal('ok') }) },
  errors: [],
  roles: null,
  run: () => ({ status: 200, body: { status: 'ok' } }),
};
