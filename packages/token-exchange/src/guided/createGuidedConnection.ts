import type {
  GuidedAccountAnswer,
  GuidedAccountInput,
  GuidedConnectInput,
  GuidedConversionProfile,
  GuidedSignInAnswer,
  GuidedSignInInput,
} from '@spaces-kaltura/client/exchange';
import { partnerGetInfo } from '@spaces-kaltura/client/api';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import type { HostToken } from '../hostToken/HostToken.ts';
import type { RateLimit } from '../http/createRateLimit.ts';
import type { Upstream } from '../kaltura/createUpstream.ts';
import type { ServiceUrls } from '../kaltura/serviceUrls.ts';
import type { KeyRing } from '../secrets/keyRing.ts';
import { personOf } from '../storage/Actor.ts';
import type { UserIdMapping } from '../storage/Connection.ts';
import type { AppTokenInit } from '../storage/ConnectionInit.ts';
import type { ConnectionStore } from '../storage/createConnectionStore.ts';
import type { UsedTokens } from '../storage/createUsedTokens.ts';
import type { ConnectionDescription } from '../storage/describeConnection.ts';
import { adminCall, adminRefused, endSession, inAccount, type AdminCall } from './callAsAdmin.ts';
import { createAppTokens, type MadeAppToken, type MadeAppTokens } from './createAppTokens.ts';
import type { GuidedSession } from './GuidedSession.ts';
import { listAccounts } from './listAccounts.ts';
import { listConversionProfiles } from './listConversionProfiles.ts';
import { openHandle, sealHandle } from './sealHandle.ts';
import { signInToKaltura } from './signInToKaltura.ts';

export interface GuidedConnectionOptions {
  upstream: Upstream;
  serviceUrls: ServiceUrls;
  connections: ConnectionStore;
  usedTokens: UsedTokens;
  keyRing: KeyRing;
  /** Sign-ins by hub: every one of them could be a try of a password. */
  signInLimit: RateLimit;
  now: () => number;
}

/**
 * Connects a hub for an admin who signs in to Kaltura: sign in → choose an account → make App Tokens and store the connection.
 * Between the steps the browser keeps a handle that it cannot read, and the exchange keeps nothing. Throws ExchangeProblem.
 */
export interface GuidedConnection {
  signIn(input: GuidedSignInInput, hostToken: HostToken): Promise<GuidedSignInAnswer>;
  chooseAccount(input: GuidedAccountInput, hostToken: HostToken): Promise<GuidedAccountAnswer>;
  connect(input: GuidedConnectInput, hostToken: HostToken, expectedVersion: number): Promise<ConnectionDescription>;
}

/** Milliseconds for all calls of a step together. */
const deadline = 20_000;

export function createGuidedConnection(options: GuidedConnectionOptions): GuidedConnection {
  const { upstream, serviceUrls, connections, usedTokens, keyRing, signInLimit, now } = options;

  const toHandle = (session: GuidedSession, hostToken: HostToken): { handle: string; expires_in: number } => ({
    handle: sealHandle(session, hostToken, keyRing),
    expires_in: Math.max(0, Math.floor((session.expiresAt - now()) / 1000)),
  });

  /** Within the account that was chosen: tokens, and the connection that holds them. */
  async function connectIn(
    call: AdminCall,
    { input, session, hostToken, account, expectedVersion }: Connecting,
  ): Promise<ConnectionDescription> {
    const profile = await findProfile(call, account, input.conversion_profile_id);
    const tokens = await createAppTokens(call, input, session);
    const init = {
      hub: hostToken.hub,
      serviceUrl: session.serviceUrl,
      partnerId: account,
      tokens: toTokens(tokens),
      // Its pattern was checked by the schema.
      userIdMapping: input.user_id_mapping as UserIdMapping | undefined,
      conversionProfileId: input.conversion_profile_id,
      conversionProfileDash: profile?.dash ?? null,
    };
    try {
      return await connections.store(init, { by: personOf(hostToken), expectedVersion });
    } catch (error) {
      await tokens.undo(call);
      throw error;
    }
  }

  return {
    async signIn(input, hostToken) {
      const serviceUrl = serviceUrls.parse(input.service_url);
      signInLimit.take(hostToken.hub);
      const signal = AbortSignal.timeout(deadline);
      const session = await signInToKaltura(input, { upstream, now, serviceUrl, signal });
      try {
        const accounts = await listAccounts(adminCall(upstream, serviceUrl, session.ks, signal));
        return { ...toHandle(session, hostToken), accounts };
      } catch (error) {
        // What was pasted may still be wanted; a session from a password would be left over.
        if (!('ks' in input)) await endSession(upstream, serviceUrl, session.ks);
        throw error;
      }
    },

    async chooseAccount({ handle, partner_id }, hostToken) {
      const session = openHandle(handle, hostToken, keyRing, now());
      const signal = AbortSignal.timeout(deadline);
      return inAccount({ upstream, session, signal }, partner_id, async (call) => {
        const { name } = await call(partnerGetInfo()).catch(adminRefused);
        const profiles = await listConversionProfiles(call, partner_id);
        return {
          ...toHandle({ ...session, chosen: partner_id }, hostToken),
          account: { partner_id, name },
          conversion_profiles: profiles,
        };
      });
    },

    async connect(input, hostToken, expectedVersion) {
      const session = openHandle(input.handle, hostToken, keyRing, now());
      const { id, chosen: account, serviceUrl, ks } = session;
      if (account === null) throw invalid('/handle');
      // Known before anything is made in Kaltura; the write itself makes sure once more.
      const before = await connections.describe(hostToken.hub);
      if ((before?.version ?? 0) !== expectedVersion) throw new ExchangeProblem('changed_meanwhile');
      await takeOnce(usedTokens, id, session.expiresAt);
      const signal = AbortSignal.timeout(deadline);
      try {
        const connecting = { input, session, hostToken, account, expectedVersion };
        return await inAccount({ upstream, session, signal }, account, (call) => connectIn(call, connecting));
      } finally {
        if (session.mayEnd) await endSession(upstream, serviceUrl, ks);
      }
    },
  };
}

interface Connecting {
  input: GuidedConnectInput;
  session: GuidedSession;
  hostToken: HostToken;
  account: number;
  expectedVersion: number;
}

/** The profile that uploads will ask for: the one that was chosen, or the account's default. */
async function findProfile(
  call: AdminCall,
  account: number,
  id: number | null,
): Promise<GuidedConversionProfile | undefined> {
  const profiles = await listConversionProfiles(call, account);
  if (id === null) return profiles.find(({ is_default }) => is_default);
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) throw invalid('/conversion_profile_id');
  return profile;
}

const invalid = (pointer: string): ExchangeProblem =>
  new ExchangeProblem('invalid_field', { errors: [{ pointer, code: 'unknown' }] });

function toTokens({ editor, player }: MadeAppTokens): { editor: AppTokenInit; player?: AppTokenInit } {
  const toInit = ({ id, secret, hashType, expiry }: MadeAppToken): AppTokenInit => ({
    id,
    secret: secret.reveal(),
    hashType,
    expiry,
  });
  return { editor: toInit(editor), ...(player && { player: toInit(player) }) };
}

/** A handle connects once, whichever instance it comes to. */
async function takeOnce(usedTokens: UsedTokens, id: string, expiresAt: number): Promise<void> {
  try {
    // A text that is no issuer of host tokens.
    await usedTokens.use({ issuer: '', tokenId: `guided:${id}`, expiresAt: Math.ceil(expiresAt / 1000) });
  } catch (error) {
    const isUsed = error instanceof ExchangeProblem && error.code === 'token_replayed';
    throw isUsed ? new ExchangeProblem('guided_expired') : error;
  }
}
