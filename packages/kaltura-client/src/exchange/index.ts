export { appTokenParams } from './appTokenEffect.ts';
export { auditAnswerSchema, auditQuerySchema } from './auditAnswer.ts';
export { checkFindingTexts } from './checkFindingTexts.ts';
export { connectionAnswerSchema, connectionInputSchema, rotationInputSchema } from './connectionAnswer.ts';
export { checkIds, connectionTestAnswerSchema } from './connectionTestAnswer.ts';
export { exchangeErrors, isExchangeErrorCode } from './exchangeErrors.ts';
export { exchangeErrorTexts } from './exchangeErrorTexts.ts';
export {
  guidedAccountAnswerSchema,
  guidedAccountInputSchema,
  guidedConnectAnswerSchema,
  guidedConnectInputSchema,
  guidedSignInAnswerSchema,
  guidedSignInInputSchema,
} from './guidedConnection.ts';
export { kalturaSessionAnswerSchema, kalturaSessionRequestSchema } from './kalturaSessionAnswer.ts';
export { playbackSessionAnswerSchema, playbackSessionRequestSchema } from './playbackSessionAnswer.ts';
export { problemSchema } from './problem.ts';
export { revocationInputSchema } from './revocation.ts';
export { servicesAnswerSchema } from './servicesAnswer.ts';
export { statusAnswerSchema } from './statusAnswer.ts';

export type { AppTokenEffect, AppTokenParams, AppTokenPurpose } from './appTokenEffect.ts';
export type { AuditAction, AuditAnswer, AuditQuery, AuditRow } from './auditAnswer.ts';
export type {
  AppTokenHashType,
  AppTokenInput,
  ConnectionAnswer,
  ConnectionInput,
  RotationInput,
  StoredAppToken,
  TokenRotation,
} from './connectionAnswer.ts';
export type { CheckFinding, CheckId, ConnectionCheck, ConnectionTestAnswer } from './connectionTestAnswer.ts';
export type { ExchangeErrorCode, ExchangeErrorInfo, FixBy, NextStep, Retriable } from './exchangeErrors.ts';
export type { ExchangeErrorText } from './exchangeErrorTexts.ts';
export type {
  GuidedAccountAnswer,
  GuidedAccountInput,
  GuidedConnectAnswer,
  GuidedConnectInput,
  GuidedConversionProfile,
  GuidedSignInAnswer,
  GuidedSignInInput,
  KalturaAccount,
} from './guidedConnection.ts';
export type { KalturaSessionAnswer, KalturaSessionRequest } from './kalturaSessionAnswer.ts';
export type { PlaybackSessionAnswer, PlaybackSessionRequest } from './playbackSessionAnswer.ts';
export type { Problem } from './problem.ts';
export type { RevocationInput } from './revocation.ts';
export type { ServicesAnswer } from './servicesAnswer.ts';
export type { ConnectionState, StatusAnswer } from './statusAnswer.ts';
