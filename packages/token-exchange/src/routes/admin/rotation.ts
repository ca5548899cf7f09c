import { connectionAnswerSchema, rotationInputSchema } from '@spaces-kaltura/client/exchange';
import { assertRecentSignIn } from '../../hostToken/assertRecentSignIn.ts';
import type { Endpoint } from '../../http/Endpoint.ts';
import { expectedVersion } from '../../http/expectedVersion.ts';
import { readJsonBody } from '../../http/readJsonBody.ts';
import { personOf } from '../../storage/Actor.ts';
import { connectionAnswer, type AdminConnectionOptions } from './connection.ts';
import { toAppTokenInit } from './toConnectionInit.ts';

const path = '/v1/admin/connection/rotation';
const roles = ['hub_admin'] as const;

/** `PUT /v1/admin/connection/rotation`: a new App Token takes over, the former one stays at hand for a day. */
export const rotateRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'PUT',
  path,
  summary: 'A new App Token takes over; the former one stays at hand for a day',
  body: rotationInputSchema,
  isVersioned: true,
  answers: { 200: connectionAnswerSchema },
  errors: ['not_connected', 'no_player_token', 'reauth_required'],
  roles,
  isAdminWrite: true,
  async run(request, hostToken) {
    const options = { by: personOf(hostToken), expectedVersion: expectedVersion(request) };
    const { purpose, token } = await readJsonBody(request, rotationInputSchema);
    assertRecentSignIn(hostToken, now());
    const rotation = { purpose, token: { ...toAppTokenInit(token), secret: token.secret } };
    return connectionAnswer(await connections.rotate(hostToken.hub, rotation, options), now());
  },
});

/** `DELETE /v1/admin/connection/rotation`: the former App Tokens are forgotten at once. */
export const endRotationRoute = ({ connections, now }: AdminConnectionOptions): Endpoint => ({
  method: 'DELETE',
  path,
  summary: 'Forgets the former App Tokens at once',
  isVersioned: true,
  answers: { 200: connectionAnswerSchema },
  errors: ['not_connected'],
  roles,
  isAdminWrite: true,
  async run(request, hostToken) {
    const options = { by: personOf(hostToken), expectedVersion: expectedVersion(request) };
    return connectionAnswer(await connections.endRotations(hostToken.hub, options), now());
  },
});
