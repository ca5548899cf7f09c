import { createKalturaApi, type KalturaApiOptions } from '../api/createKalturaApi.ts';
import type { KalturaRequest, MultirequestResult } from '../api/KalturaRequest.ts';
import { createKalturaClient, protocolOf } from '../createKalturaClient.ts';
import { ExchangeError, KalturaApiError, KalturaForbiddenError } from '../errors.ts';
import type { MediaReference } from '../reference/MediaReference.ts';
import { getPlaybackContext, type KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { flavorAssetGetByEntryId, type KalturaFlavorState } from '../services/flavorAssetRequests.ts';
import { entryState, type KalturaMediaEntry, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { mediaGet } from '../services/mediaRequests.ts';
import { startWidgetSession } from '../services/sessionRequests.ts';
import type { KalturaSession, PlaybackSessionSource, SessionSource } from '../session/KalturaSession.ts';
import type { PlaybackResult, UnplayableReason } from './PlaybackResult.ts';
import { toPlaybackSources } from './toPlaybackSources.ts';

export interface ResolvePlaybackOptions extends KalturaApiOptions {
  /** The viewer's session, if there is one. */
  session?: SessionSource | undefined;
  /** Sessions that play single entries of others, if there are any: see `createExchangePlaybackSource`. */
  playbackSessions?: PlaybackSessionSource | undefined;
  /** Hosts (`host` or `host:port`) of Kaltura services and their CDNs that this page may play from without a session. */
  allowedHosts?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Where to play an imported entry from, at the moment of playing, or why not. A reference is untrusted: a KS goes to its
 * own service and account only. What the viewer's own session may not play is asked for with a session for that entry alone,
 * where the token exchange gives one. Everything else, and every viewer without a session, is asked for anonymously, and
 * only where `allowedHosts` names the service.
 *
 * @throws NetworkError, UpstreamError, KalturaApiError, HostTokenError or a retriable ExchangeError when it cannot be told
 * right now, or the signal's reason.
 */
export async function resolvePlayback(
  reference: MediaReference,
  options: ResolvePlaybackOptions = {},
): Promise<PlaybackResult> {
  const { session: source, allowedHosts = [], signal } = options;
  const session = source ? await sessionOrNull(source, signal) : null;
  if (source && session && isOwn(session, reference)) return resolveOwn(reference, source, session, options);
  const anonymous = await askAnonymously(reference, allowedHosts, options);
  // A session of another account, or none for a reason, says that this hub has nothing to give.
  if (source || !isFor(anonymous, [...restrictions, 'host_not_allowed'])) return anonymous;
  const narrowed = await askNarrowed(reference, options);
  return 'playable' in narrowed ? narrowed : explain(anonymous, narrowed);
}

/** Media of the hub's own account. */
async function resolveOwn(
  reference: MediaReference,
  source: SessionSource,
  session: KalturaSession,
  options: ResolvePlaybackOptions,
): Promise<PlaybackResult> {
  const own = await askWith(reference, source, options);
  if (!isFor(own, restrictions)) return own;
  const narrowed = await askNarrowed(reference, options);
  if ('playable' in narrowed) return narrowed;
  if (own.reason !== 'deleted') return explain(own, narrowed);
  // Where entitlement hides an entry from a person, Kaltura says that there is none; to anybody it may be open.
  const hosts = [...session.hosts, new URL(session.serviceUrl).host];
  return explain(await askAnonymously(reference, hosts, options), narrowed);
}

type Unplayable = Extract<PlaybackResult, { playable: false }>;

const unplayable = (reason: UnplayableReason, entry: KalturaMediaEntry | null = null): Unplayable => ({
  playable: false,
  reason,
  entry,
});

/** Kaltura says "not found" of deleted entries and of entries that somebody may not see. */
const restrictions: readonly UnplayableReason[] = ['forbidden', 'deleted'];

const isFor = (result: PlaybackResult, reasons: readonly UnplayableReason[]): result is Unplayable =>
  !result.playable && reasons.includes(result.reason);

/** A restricted entry for which there is no session, because the hub has no App Token for playing. */
const explain = (result: PlaybackResult, { refusal }: Refusal): PlaybackResult =>
  isFor(result, ['forbidden']) && refusal === 'no_player_token' ? { ...result, reason: 'no_player_token' } : result;

const requestsFor = ({ entryId, serviceUrl }: MediaReference) =>
  [mediaGet(entryId), getPlaybackContext(entryId, protocolOf(serviceUrl)), flavorAssetGetByEntryId(entryId)] as const;

async function askWith(
  reference: MediaReference,
  source: SessionSource,
  options: ResolvePlaybackOptions,
): Promise<PlaybackResult> {
  const { session: _, playbackSessions: __, allowedHosts: ___, signal, ...apiOptions } = options;
  const client = createKalturaClient({ ...apiOptions, session: source });
  const [entry, context, flavors] = await client.multirequest(requestsFor(reference), { signal });
  return toResult(reference, { entry, context, flavors, session: source });
}

/** Why there is no session for this entry alone: a code of the exchange's, or null where nobody gives such sessions. */
interface Refusal {
  refusal: string | null;
}

async function askNarrowed(
  reference: MediaReference,
  options: ResolvePlaybackOptions,
): Promise<PlaybackResult | Refusal> {
  const source = options.playbackSessions?.of(reference.entryId);
  if (!source) return { refusal: null };
  try {
    const session = await source.get({ signal: options.signal });
    // The hub's account, which need not be that of the reference.
    if (!isOwn(session, reference)) return { refusal: null };
  } catch (error) {
    if (error instanceof ExchangeError && !error.retriable) return { refusal: error.code };
    throw error;
  }
  return askWith(reference, source, options);
}

async function askAnonymously(
  reference: MediaReference,
  hosts: readonly string[],
  options: ResolvePlaybackOptions,
): Promise<PlaybackResult> {
  const { session: _, playbackSessions: __, allowedHosts: ___, signal, ...apiOptions } = options;
  const { serviceUrl, partnerId } = reference;
  if (!hosts.includes(new URL(serviceUrl).host)) return unplayable('host_not_allowed');
  const [getEntry, getContext, getFlavors] = requestsFor(reference);
  // The widget session is anyone's: Kaltura makes it from the account's number, and the same round trip uses it.
  const [widget, entry, context, flavors] = await createKalturaApi(apiOptions).multirequest(
    [startWidgetSession(partnerId), anonymously(getEntry), anonymously(getContext), anonymously(getFlavors)],
    { serviceUrl, hosts },
    { signal },
  );
  const answered = widget.ok ? { entry, context } : { entry: widget, context: widget };
  return toResult(reference, { ...answered, flavors, session: null });
}

interface Answers {
  entry: MultirequestResult<KalturaMediaEntry>;
  context: MultirequestResult<KalturaPlaybackContext>;
  /** All renditions, also those that are still being made. */
  flavors: MultirequestResult<readonly KalturaFlavorState[]>;
  /** The session the answers were given to; null for an anonymous viewer. */
  session: SessionSource | null;
}

function toResult(reference: MediaReference, { entry, context, flavors, session }: Answers): PlaybackResult {
  if (!entry.ok) return unplayable(reasonOf(entry.error));
  const state = entryState(entry.value);
  if (state !== 'ready') return unplayable(state, entry.value);
  if (entry.value.mediaType !== KalturaMediaType.IMAGE) {
    const reason = context.ok ? reasonIn(context.value) : reasonOf(context.error, 'forbidden');
    if (reason) return unplayable(reason, entry.value);
  }
  const found = { context: context.ok ? context.value : null, flavors: flavors.ok ? flavors.value : [] };
  const sources = toPlaybackSources(entry.value, found, {
    manifestBody: async (url, { signal } = {}) =>
      session && isManifest(url, reference) ? ksBody(await session.get({ signal }), url, reference) : null,
  });
  return sources ? { playable: true, sources, entry: entry.value } : unplayable('no_sources', entry.value);
}

/** A viewer whose hub gives no session (plan, no connection …) is a viewer without one; passing troubles are thrown. */
async function sessionOrNull(source: SessionSource, signal: AbortSignal | undefined): Promise<KalturaSession | null> {
  try {
    return await source.get({ signal });
  } catch (error) {
    if (error instanceof ExchangeError && !error.retriable) return null;
    throw error;
  }
}

const isOwn = (session: KalturaSession, reference: MediaReference): boolean =>
  session.serviceUrl === reference.serviceUrl && session.partnerId === reference.partnerId;

const anonymously = <TResult>(request: KalturaRequest<TResult>): KalturaRequest<TResult> => ({
  ...request,
  params: { ...request.params, ks: '{1:result:ks}' },
});

/** Kaltura says "not found" of deleted entries and, to some viewers, of entries they may not see. */
function reasonOf(error: Error, notFound: UnplayableReason = 'deleted'): UnplayableReason {
  if (error instanceof KalturaForbiddenError) return 'forbidden';
  if (error instanceof KalturaApiError && missing.has(error.code)) return notFound;
  throw error;
}

const missing: ReadonlySet<string> = new Set(['ENTRY_ID_NOT_FOUND', 'INVALID_WIDGET_ID', 'START_WIDGET_SESSION_ERROR']);

function reasonIn(context: KalturaPlaybackContext): UnplayableReason | null {
  if (context.blocked) return 'forbidden';
  if (context.onUnknownHostsOnly) return 'host_not_allowed';
  return context.sources.length === 0 && context.messages.length > 0 ? 'forbidden' : null;
}

const isManifest = (url: string, { entryId }: MediaReference): boolean =>
  URL.canParse(url) && new URL(url).pathname.includes(`/playManifest/entryId/${entryId}/`);

/** Checked at every use: the person may have changed, and a player may ask with any URL. */
function ksBody(session: KalturaSession, url: string, reference: MediaReference): URLSearchParams | null {
  const { host } = new URL(url);
  const ownHost = host === new URL(session.serviceUrl).host || session.hosts.includes(host);
  return ownHost && isOwn(session, reference) ? new URLSearchParams({ ks: session.ks }) : null;
}
