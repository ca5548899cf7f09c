import { createKalturaApi, type KalturaApiOptions } from '../api/createKalturaApi.ts';
import type { KalturaRequest, MultirequestResult } from '../api/KalturaRequest.ts';
import { createKalturaClient, protocolOf } from '../createKalturaClient.ts';
import { ExchangeError, KalturaApiError, KalturaForbiddenError } from '../errors.ts';
import type { MediaReference } from '../reference/MediaReference.ts';
import { getPlaybackContext, type KalturaPlaybackContext } from '../services/baseEntryRequests.ts';
import { entryState, type KalturaMediaEntry, KalturaMediaType } from '../services/KalturaMediaEntry.ts';
import { mediaGet } from '../services/mediaRequests.ts';
import { startWidgetSession } from '../services/sessionRequests.ts';
import type { KalturaSession, SessionSource } from '../session/KalturaSession.ts';
import type { PlaybackResult, UnplayableReason } from './PlaybackResult.ts';
import { toPlaybackSources } from './toPlaybackSources.ts';

export interface ResolvePlaybackOptions extends KalturaApiOptions {
  /** The viewer's session, if there is one. */
  session?: SessionSource | undefined;
  /** Hosts (`host` or `host:port`) of Kaltura services and their CDNs that this page may play from without a session. */
  allowedHosts?: readonly string[] | undefined;
  signal?: AbortSignal | undefined;
}

interface Answers {
  entry: MultirequestResult<KalturaMediaEntry>;
  context: MultirequestResult<KalturaPlaybackContext>;
  /** The session the answers were given to; null for an anonymous viewer. */
  session: SessionSource | null;
}

/**
 * Where to play an imported entry from, at the moment of playing, or why not. A reference is untrusted: the session's KS
 * goes to the session's own service and account only. Everything else, and every viewer without a session, is asked for
 * anonymously, and only where `allowedHosts` names the service.
 *
 * @throws NetworkError, UpstreamError, KalturaApiError or a retriable ExchangeError when it cannot be told right now, or
 * the signal's reason.
 */
export async function resolvePlayback(
  reference: MediaReference,
  options: ResolvePlaybackOptions = {},
): Promise<PlaybackResult> {
  const answers = await ask(reference, options);
  if (!answers) return unplayable('host_not_allowed');
  const { entry, context, session } = answers;
  if (!entry.ok) return unplayable(reasonOf(entry.error));
  const state = entryState(entry.value);
  if (state !== 'ready') return unplayable(state, entry.value);
  if (entry.value.mediaType !== KalturaMediaType.IMAGE) {
    const reason = context.ok ? reasonIn(context.value) : reasonOf(context.error, 'forbidden');
    if (reason) return unplayable(reason, entry.value);
  }
  const sources = toPlaybackSources(entry.value, context.ok ? context.value : null, {
    manifestBody: async (url, { signal } = {}) =>
      session && isManifest(url, reference) ? ksBody(await session.get({ signal }), url, reference) : null,
  });
  return sources ? { playable: true, sources, entry: entry.value } : unplayable('no_sources', entry.value);
}

const unplayable = (reason: UnplayableReason, entry: KalturaMediaEntry | null = null): PlaybackResult => ({
  playable: false,
  reason,
  entry,
});

async function ask(reference: MediaReference, options: ResolvePlaybackOptions): Promise<Answers | null> {
  const { session: source, allowedHosts = [], signal, ...apiOptions } = options;
  const { entryId, serviceUrl, partnerId } = reference;
  const requests = [mediaGet(entryId), getPlaybackContext(entryId, protocolOf(serviceUrl))] as const;

  const session = source && (await sessionOrNull(source, signal));
  if (source && session && isOwn(session, reference)) {
    const client = createKalturaClient({ ...apiOptions, session: source });
    const [entry, context] = await client.multirequest(requests, { signal });
    return { entry, context, session: source };
  }

  if (!allowedHosts.includes(new URL(serviceUrl).host)) return null;
  // The widget session is anyone's: Kaltura makes it from the account's number, and the same round trip uses it.
  const [widget, entry, context] = await createKalturaApi(apiOptions).multirequest(
    [startWidgetSession(partnerId), anonymously(requests[0]), anonymously(requests[1])],
    { serviceUrl, hosts: allowedHosts },
    { signal },
  );
  return widget.ok ? { entry, context, session: null } : { entry: widget, context: widget, session: null };
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
