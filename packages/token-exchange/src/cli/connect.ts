import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HashType, UserIdMapping } from '../storage/Connection.ts';
import type { AppTokenInit, ConnectionInit } from '../storage/ConnectionInit.ts';
import { openStorage } from '../storage/openStorage.ts';
import { readStorageConfiguration, type Environment } from './readEnvironment.ts';

export const connectUsage = `exchange connect --hub HUB [options] < app-token.json
  Stores the App Token of a hub. Give Kaltura's answer of appToken.add on standard input, or the token alone together with:
  --partner ID  --token-id ID  --hash-type MD5|SHA1|SHA256|SHA512
  --service-url URL          default https://www.kaltura.com
  --user-id-mapping HOW      email (default), local_part or claim:NAME
  --conversion-profile ID    default: the account's`;

/** What is used of Kaltura's answer to `appToken.add`. */
const answerSchema = v.object({
  id: v.string(),
  token: v.string(),
  partnerId: v.optional(v.pipe(v.unknown(), v.transform(Number))),
  hashType: v.optional(v.picklist(['MD5', 'SHA1', 'SHA256', 'SHA512'])),
  expiry: v.optional(v.pipe(v.unknown(), v.transform(Number))),
});

/**
 * Stores a connection and says so. The secret comes from standard input, because arguments can be seen by every user of
 * the machine. Throws a TypeError in plain words for what is missing.
 */
export async function connect(args: string[], environment: Environment, input: string): Promise<string> {
  const { values } = parseArgs({
    args,
    options: {
      hub: { type: 'string' },
      partner: { type: 'string' },
      'token-id': { type: 'string' },
      'hash-type': { type: 'string' },
      'service-url': { type: 'string', default: 'https://www.kaltura.com' },
      'user-id-mapping': { type: 'string', default: 'email' },
      'conversion-profile': { type: 'string' },
    },
  });
  const { token, partnerId } = readToken(input.trim(), values);
  const init: ConnectionInit = {
    hub: values.hub ?? '',
    serviceUrl: values['service-url'],
    partnerId,
    tokens: { editor: token },
    userIdMapping: values['user-id-mapping'] as UserIdMapping,
    conversionProfileId: values['conversion-profile'] === undefined ? null : Number(values['conversion-profile']),
  };
  const storage = await openStorage({ ...readStorageConfiguration(environment), now: Date.now });
  try {
    const { version } = await storage.connections.store(init);
    return `The hub "${init.hub}" is connected to account ${init.partnerId} on ${init.serviceUrl} (version ${version}).\n`;
  } catch (error) {
    throw inWords(error);
  } finally {
    await storage.close();
  }
}

interface TokenArguments {
  partner?: string | undefined;
  'token-id'?: string | undefined;
  'hash-type'?: string | undefined;
}

function readToken(text: string, values: TokenArguments): { token: AppTokenInit; partnerId: number } {
  if (text === '') throw new TypeError('There is no App Token on standard input.');
  const answer = text.startsWith('{') ? v.safeParse(answerSchema, parse(text)) : undefined;
  if (answer && !answer.success) throw new TypeError("Standard input is not Kaltura's answer of appToken.add.");
  const {
    id,
    token: secret,
    partnerId,
    hashType,
    expiry,
  } = answer?.output ?? { id: values['token-id'] ?? '', token: text };
  return {
    // A token without a hash type is one of SHA1, in Kaltura's answers as well.
    token: { id, secret, hashType: (values['hash-type'] ?? hashType ?? 'SHA1') as HashType, expiry },
    partnerId: Number(values.partner ?? partnerId),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inWords(error: unknown): unknown {
  if (!(error instanceof ExchangeProblem)) return error;
  const fields = error.errors?.map(({ pointer }) => pointer.slice(1)).join(', ');
  if (error.code === 'invalid_field')
    return new TypeError(`These are missing or not right: ${fields}.`, { cause: error });
  if (error.code === 'service_url_not_allowed') {
    return new TypeError('This service URL is not in EXCHANGE_KALTURA_URLS.', { cause: error });
  }
  return new TypeError(`The connection was not stored: ${error.code}.`, { cause: error });
}
