import { isJsonObject, type Json } from '../protocol/json.ts';
import { KalturaApiException } from '../protocol/KalturaApiException.ts';
import { invalidKs } from '../session/authenticate.ts';
import type { SandboxContext } from '../SandboxContext.ts';
import type { Fault, FaultTarget } from './FaultPlan.ts';

/** Throws where a fault is an error that Kaltura itself answers. */
export function throwAnsweredFault(faults: readonly Fault[], { service, action }: FaultTarget): void {
  for (const { kind } of faults) {
    if (kind === 'expiredKs') throw invalidKs('EXPIRED');
    if (kind === 'actionBlocked') {
      throw new KalturaApiException('ACTION_BLOCKED', { ACTION_NAME: action, SERVICE_NAME: service });
    }
  }
}

/** The sandbox this one call is made in: its index may lag. */
export function withIndexLag(faults: readonly Fault[], sandbox: SandboxContext): SandboxContext {
  const lag = faults.find((fault) => fault.kind === 'indexLag');
  return lag ? { ...sandbox, settings: { ...sandbox.settings, indexLag: lag.seconds } } : sandbox;
}

/** The answer with a wrong `uploadedFileSize`, where a fault asks for it. */
export function withLies(faults: readonly Fault[], answer: Json | Response): Json | Response {
  const lie = faults.find((fault) => fault.kind === 'lyingUploadedFileSize');
  if (!lie || answer instanceof Response || !isJsonObject(answer) || typeof answer['uploadedFileSize'] !== 'string')
    return answer;
  return { ...answer, uploadedFileSize: String(Math.max(0, Number(answer['uploadedFileSize']) + lie.by)) };
}
