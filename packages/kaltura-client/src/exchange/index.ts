export { exchangeErrors, isExchangeErrorCode } from './exchangeErrors.ts';
export { exchangeErrorTexts } from './exchangeErrorTexts.ts';
export { kalturaSessionAnswerSchema, kalturaSessionRequestSchema } from './kalturaSessionAnswer.ts';
export { problemSchema } from './problem.ts';
export { statusAnswerSchema } from './statusAnswer.ts';

export type { ExchangeErrorCode, ExchangeErrorInfo, FixBy, NextStep, Retriable } from './exchangeErrors.ts';
export type { ExchangeErrorText } from './exchangeErrorTexts.ts';
export type { KalturaSessionAnswer, KalturaSessionRequest } from './kalturaSessionAnswer.ts';
export type { Problem } from './problem.ts';
export type { ConnectionState, StatusAnswer } from './statusAnswer.ts';
