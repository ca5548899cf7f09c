import { services } from '../services.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import { assertSessionHolds, readSession } from '../session/authenticate.ts';
import { noSession, type Session, type SessionKind } from '../session/Session.ts';
import type { PartnerState } from '../state/PartnerState.ts';
import { findUser } from '../user/users.ts';
import { declaredAction, enumValues, parametersOf } from './declarations.ts';
import type { Json } from './json.ts';
import { KalturaApiException } from './KalturaApiException.ts';
import { assertCharacters, assertEnum, Params } from './Params.ts';
import { isPermitted, isPermittedByRole } from './permissions.ts';
import type { RawParams } from './rawParams.ts';
import type { ApiRequest } from './readRequest.ts';
import { cachedAnswer, cacheKey } from './responseCache.ts';
import { applyResponseProfile } from './responseProfile.ts';
import type { Action, Call, Service } from './Service.ts';

/** Runs one call. Whatever goes wrong by Kaltura's rules is thrown as `KalturaApiException`. */
export async function dispatch(raw: RawParams, request: ApiRequest, sandbox: SandboxContext): Promise<Json | Response> {
  const params = new Params(raw, sandbox.clock.now);
  const { service, actionName, action } = findAction(params.string('service') ?? '', params.string('action') ?? '');
  assertLanguage(params.string('language') ?? '');
  const session = sessionOf(`${service.name}.${actionName}`, params, sandbox);
  checkParameters(service.name, actionName, params);
  assertPermitted(session, service.name, actionName, params, request, sandbox);

  const call: Call = {
    service: service.name,
    action: actionName,
    params,
    session,
    get partner() {
      return partnerOf(session, service.name, actionName, sandbox);
    },
    sandbox,
    origin: request.origin,
    request,
  };
  const isCached = session.kind === 'widget' && cachedForWidgets.has(`${service.name}.${actionName}`);
  const answer = await (isCached ? cachedAnswer(call, action) : action(call));
  if (answer instanceof Response) return answer;
  return applyResponseProfile(answer, params.object('responseProfile', 'KalturaDetachedResponseProfile'));
}

/** `multi` asks for all languages at once. */
function assertLanguage(code: string): void {
  if (code === '' || code === 'multi' || enumValues('KalturaLanguageCode')?.has(code.toLowerCase())) return;
  throw new KalturaApiException('INVALID_LANGUAGE_CODE', { LANGUAGE_CODE: code });
}

/** What a widget session reads may be minutes old: the response cache answers equal calls, even when the entry has changed since. */
const cachedForWidgets = new Set([
  'media.get',
  'media.list',
  'media.count',
  'baseEntry.get',
  'baseEntry.list',
  'baseEntry.count',
  'baseEntry.getByIds',
  'baseEntry.getContextData',
  'baseEntry.getPlaybackContext',
  'flavorAsset.getByEntryId',
  'flavorAsset.getUrl',
  'flavorAsset.getWebPlayableByEntryId',
  'flavorAsset.list',
  'thumbAsset.getByEntryId',
  'thumbAsset.list',
]);

/** These take their partner from elsewhere and look at no KS, be it good or bad. */
const ignoresKs = new Set(['session.start', 'session.startWidgetSession', 'user.loginByLoginId', 'user.login']);

function sessionOf(name: string, params: Params, sandbox: SandboxContext): Session {
  if (ignoresKs.has(name)) return noSession;
  try {
    return readSession(params.string('ks'), sandbox);
  } catch (refusal) {
    // The response cache does not look at a KS it cannot read: an equal call with another bad KS gets this one's text back.
    const seconds = Math.min(120, sandbox.settings.responseCache);
    throw sandbox.responses.remember(
      `${name} bad ${cacheKey(params.raw)}`,
      seconds,
      sandbox.clock.now(),
      () => refusal,
    );
  }
}

const byName = new Map(services.map((service) => [service.name.toLowerCase(), service]));
const aliases = new Map([['elasticsearch_esearch', 'esearch']]);

function findAction(serviceName: string, actionName: string): { service: Service; actionName: string; action: Action } {
  if (serviceName === '') throw new KalturaApiException('SERVICE_NOT_SPECIFIED');
  const lower = serviceName.toLowerCase();
  const service = byName.get(aliases.get(lower) ?? lower);
  if (!service) throw new KalturaApiException('SERVICE_DOES_NOT_EXISTS', { SRV_NAME: lower });
  const found = Object.entries(service.actions).find(([name]) => name.toLowerCase() === actionName.toLowerCase());
  const declared = found ? undefined : declaredAction(service.name, actionName);
  if (declared !== undefined) return { service, actionName: declared, action: notCovered };
  if (!found) throw new KalturaApiException('ACTION_DOES_NOT_EXISTS', { ACTION_NAME: actionName, SERVICE_NAME: lower });
  return { service, actionName: found[0], action: found[1] };
}

/** Kaltura has this action, the sandbox has not: who may not call it is told so, who may learns that it is not here. */
const notCovered: Action = ({ service, action }) => {
  throw new KalturaApiException('ACTION_DOES_NOT_EXISTS', { ACTION_NAME: action, SERVICE_NAME: service.toLowerCase() });
};

/** Parameters are read before permissions are looked at, so a missing one is reported even to those who may not call. */
function checkParameters(service: string, action: string, params: Params): void {
  for (const { name, type, required } of parametersOf(service, action)) {
    const isObject = type.startsWith('Kaltura');
    const isMissing = type === 'file' ? !params.file(name) : !params.has(name);
    if (required && isMissing) throw new KalturaApiException('MISSING_MANDATORY_PARAMETER', { PARAM_NAME: name });
    assertCharacters(name, params.raw[name]);
    if (isObject && !isMissing) {
      const text = params.string(name) ?? '';
      if (isEnumLike(type)) assertEnum(name, type, text);
      else params.object(name, type);
    }
  }
}

const isEnumLike = (type: string): boolean => /(Type|Status|Boolean)$/.test(type);

function assertPermitted(
  session: Session,
  service: string,
  action: string,
  params: Params,
  request: ApiRequest,
  sandbox: SandboxContext,
): void {
  const forbidden = (): KalturaApiException =>
    new KalturaApiException('SERVICE_FORBIDDEN', { SERVICE: `${service}->${action}` });
  if (session.kind === 'none') {
    if (!isPermitted('none', service, action)) throw forbidden();
    return;
  }
  const partner = partnerOf(session, service, action, sandbox);
  assertSessionHolds(session, partner, request, sandbox.clock.now());
  const role = session.privileges.value('setrole');
  const permitted =
    role === undefined
      ? isPermitted(roleKind(session, partner), service, action)
      : isPermittedByRole(role, service, action);
  if (permitted === undefined) throw new KalturaApiException('INVALID_OBJECT_ID', { ID: 'N/A' });
  const asked = params.int('p') || params.int('partnerId') || 0;
  if (!permitted || (asked !== 0 && asked !== session.partnerId)) throw forbidden();
}

/** A person with a role in the account's console has that role's rights with a USER session too. */
function roleKind(session: Session, partner: PartnerState): SessionKind {
  return session.kind === 'user' && findUser(partner, session.userId)?.isAdmin ? 'admin' : session.kind;
}

function partnerOf(session: Session, service: string, action: string, sandbox: SandboxContext): PartnerState {
  const partner = sandbox.partners.get(session.partnerId);
  if (!partner) throw new KalturaApiException('SERVICE_FORBIDDEN', { SERVICE: `${service}->${action}` });
  return partner;
}
