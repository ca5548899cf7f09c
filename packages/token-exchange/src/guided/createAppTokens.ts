import {
  appTokenAdd,
  appTokenDelete,
  appTokenList,
  KalturaApiError,
  uploadTokenAdd,
  uploadTokenDelete,
  type KalturaAppToken,
} from '@spaces-kaltura/client/api';
import {
  appTokenParams,
  type AppTokenEffect,
  type AppTokenParams,
  type AppTokenPurpose,
} from '@spaces-kaltura/client/exchange';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { Secret } from '../secrets/Secret.ts';
import type { AdminCall } from './callAsAdmin.ts';
import type { GuidedSession } from './GuidedSession.ts';

/** An App Token that was just made. */
export interface MadeAppToken {
  readonly id: string;
  readonly secret: Secret;
  readonly hashType: AppTokenParams['hashType'];
  /** Unix seconds; null: never. */
  readonly expiry: number | null;
}

export interface AppTokenWish {
  effect: AppTokenEffect;
  /** Also one for playing entries of others. */
  player: boolean;
}

export interface MadeAppTokens {
  editor: MadeAppToken;
  player: MadeAppToken | undefined;
  /** Deletes them again, for when they cannot be stored: nobody else knows their secrets. */
  undo: (call: AdminCall) => Promise<void>;
}

/**
 * Makes the App Tokens of a connection, all of them or none. Only a session without a user can make a brand-new account ready
 * for its first one.
 * Throws `kaltura_account_new`, `app_token_not_created` and `guided_expired`.
 */
export async function createAppTokens(
  call: AdminCall,
  { effect, player }: AppTokenWish,
  session: Pick<GuidedSession, 'id' | 'isUserless'>,
): Promise<MadeAppTokens> {
  const made: MadeAppToken[] = [];
  const undo = async (anyCall: AdminCall): Promise<void> => {
    // One that cannot be deleted is of no use to anybody: its secret is gone.
    await Promise.all(made.map(({ id }) => anyCall(appTokenDelete(id)).catch(() => null)));
  };
  const make = async (purpose: AppTokenPurpose): Promise<MadeAppToken> => {
    const params = appTokenParams(purpose, effect);
    // By which it is found should the answer be lost.
    const description = `${params.description} (${session.id.slice(0, 8)})`;
    const { id, token, expiry } = await addAppToken(call, { ...params, description }, session.isUserless);
    const appToken = { id, secret: new Secret(token), hashType: params.hashType, expiry };
    made.push(appToken);
    return appToken;
  };
  try {
    return { editor: await make('editor'), player: player ? await make('player') : undefined, undo };
  } catch (error) {
    await undo(call);
    throw error;
  }
}

async function addAppToken(call: AdminCall, params: AppTokenParams, isUserless: boolean): Promise<KalturaAppToken> {
  try {
    return await addOnce(call, params);
  } catch (error) {
    if (!isTooNew(error)) return notCreated(error);
    if (!isUserless) throw new ExchangeProblem('kaltura_account_new', { cause: error });
    await prepareAccount(call).catch(notCreated);
    return addOnce(call, params).catch(notCreated);
  }
}

/** Without an answer, Kaltura may have made it all the same: then it is the newest one that is described like this. */
async function addOnce(call: AdminCall, params: AppTokenParams): Promise<KalturaAppToken> {
  try {
    return await call(appTokenAdd({ ...params }));
  } catch (error) {
    if (error instanceof KalturaApiError) throw error;
    const newest = await call(appTokenList({ pageSize: 30 })).catch(() => undefined);
    const made = newest?.objects.find(({ description }) => description === params.description);
    if (made === undefined) throw error;
    return made;
  }
}

/** In a brand-new account Kaltura does not find the user that stands for "nobody", and takes that for a wrong field. */
const isTooNew = (error: unknown): boolean =>
  error instanceof KalturaApiError &&
  error.code === 'INVALID_FIELD_VALUE' &&
  error.args['FIELD_NAME'] === 'sessionUserId';

/** That user comes to be when a session of nobody makes something: an upload that is given up at once leaves no trace. */
async function prepareAccount(call: AdminCall): Promise<void> {
  const { id } = await call(uploadTokenAdd({ fileName: 'spaces', fileSize: 1 }));
  await call(uploadTokenDelete(id));
}

function notCreated(error: unknown): never {
  if (!(error instanceof KalturaApiError)) throw error;
  const code = error.code === 'INVALID_KS' ? 'guided_expired' : 'app_token_not_created';
  throw new ExchangeProblem(code, { cause: error });
}
