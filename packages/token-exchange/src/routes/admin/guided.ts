import {
  guidedAccountAnswerSchema,
  guidedAccountInputSchema,
  guidedConnectAnswerSchema,
  guidedConnectInputSchema,
  guidedSignInAnswerSchema,
  guidedSignInInputSchema,
  type ExchangeErrorCode,
} from '@spaces-kaltura/client/exchange';
import type { GuidedConnection } from '../../guided/createGuidedConnection.ts';
import { assertRecentSignIn } from '../../hostToken/assertRecentSignIn.ts';
import { kalturaTroubles } from '../../http/commonErrors.ts';
import type { Endpoint } from '../../http/Endpoint.ts';
import { expectedVersion } from '../../http/expectedVersion.ts';
import { readJsonBody } from '../../http/readJsonBody.ts';
import { connectionAnswer } from './connection.ts';

export interface GuidedRouteOptions {
  guided: GuidedConnection;
  now: () => number;
}

const roles = ['hub_admin'] as const;
const always = { method: 'POST', roles, isAdminWrite: true } as const;

const inAccount: readonly ExchangeErrorCode[] = [
  'guided_expired',
  'kaltura_admin_required',
  'kaltura_account_refused',
  'service_url_not_allowed',
  ...kalturaTroubles,
];

/** `POST /v1/admin/guided/sign-in`: an account admin signs in to Kaltura. The credentials are used once and kept nowhere. */
export const guidedSignInRoute = ({ guided, now }: GuidedRouteOptions): Endpoint => ({
  ...always,
  path: '/v1/admin/guided/sign-in',
  summary: 'Guided connection, step 1: sign in to Kaltura as an account admin',
  body: guidedSignInInputSchema,
  answers: { 200: guidedSignInAnswerSchema },
  errors: [
    'reauth_required',
    'service_url_not_allowed',
    'kaltura_sign_in_refused',
    'kaltura_otp_required',
    'kaltura_otp_refused',
    'kaltura_password_expired',
    'kaltura_sso_required',
    'kaltura_admin_required',
    'guided_expired',
    ...kalturaTroubles,
  ],
  async run(request, hostToken) {
    // The last step stores secrets: better to be asked now who one is than then.
    assertRecentSignIn(hostToken, now());
    const input = await readJsonBody(request, guidedSignInInputSchema);
    return { status: 200, body: await guided.signIn(input, hostToken) };
  },
});

/** `POST /v1/admin/guided/account`: one of the accounts, and the conversion profiles it has. */
export const guidedAccountRoute = ({ guided }: GuidedRouteOptions): Endpoint => ({
  ...always,
  path: '/v1/admin/guided/account',
  summary: 'Guided connection, step 2: choose an account and see its conversion profiles',
  body: guidedAccountInputSchema,
  answers: { 200: guidedAccountAnswerSchema },
  errors: inAccount,
  async run(request, hostToken) {
    const input = await readJsonBody(request, guidedAccountInputSchema);
    return { status: 200, body: await guided.chooseAccount(input, hostToken) };
  },
});

/** `POST /v1/admin/guided/connect`: makes the App Tokens, stores the connection, ends the session in Kaltura. */
export const guidedConnectRoute = ({ guided, now }: GuidedRouteOptions): Endpoint => ({
  ...always,
  path: '/v1/admin/guided/connect',
  summary: 'Guided connection, step 3: make the App Tokens and store the connection',
  body: guidedConnectInputSchema,
  isVersioned: true,
  answers: { 200: guidedConnectAnswerSchema, 201: guidedConnectAnswerSchema },
  errors: ['reauth_required', 'kaltura_account_new', 'app_token_not_created', ...inAccount],
  async run(request, hostToken) {
    const expected = expectedVersion(request);
    const input = await readJsonBody(request, guidedConnectInputSchema);
    assertRecentSignIn(hostToken, now());
    const description = await guided.connect(input, hostToken, expected);
    return connectionAnswer(description, now(), expected === 0 ? 201 : 200);
  },
});
