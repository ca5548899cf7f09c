import { connectionAnswerSchema } from '@spaces-kaltura/client/exchange';
import type { Endpoint } from '../../http/Endpoint.ts';
import { expectedVersion } from '../../http/expectedVersion.ts';
import { personOf } from '../../storage/Actor.ts';
import { connectionAnswer, type AdminConnectionOptions } from './connection.ts';

const path = '/v1/admin/connection/pause';
const roles = ['hub_admin'] as const;

/** `PUT /v1/admin/connection/pause`: nobody gets a session until it is resumed; the settings stay. */
export const pauseRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'PUT',
  path,
  summary: 'Pauses the connection: nobody gets a session until it is resumed',
  isVersioned: true,
  answers: { 200: connectionAnswerSchema },
  errors: ['not_connected'],
  roles,
  isAdminWrite: true,
  async run(request, hostToken) {
    const options = { by: personOf(hostToken), expectedVersion: expectedVersion(request) };
    return connectionAnswer(await connections.pause(hostToken.hub, options), now());
  },
});

/** `DELETE /v1/admin/connection/pause`: resumes it. */
export const resumeRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'DELETE',
  path,
  summary: 'Resumes the connection',
  isVersioned: true,
  answers: { 200: connectionAnswerSchema },
  errors: ['not_connected'],
  roles,
  isAdminWrite: true,
  async run(request, hostToken) {
    const options = { by: personOf(hostToken), expectedVersion: expectedVersion(request) };
    return connectionAnswer(await connections.resume(hostToken.hub, options), now());
  },
});
