export { createExchange } from './createExchange.ts';
export { ExchangeProblem } from './ExchangeProblem.ts';
export { createJsonLog } from './log.ts';
export { serveExchange } from './serveExchange.ts';

export type { Exchange } from './createExchange.ts';
export type { ExchangeOptions, IssuerOptions } from './ExchangeOptions.ts';
export type { ExchangeProblemOptions, FieldError } from './ExchangeProblem.ts';
export type { Caller } from './http/Call.ts';
export type { Log, LogFields, LogLevel } from './log.ts';
export type { KeyRingInit } from './secrets/keyRing.ts';
export type { ExchangeServer, ServeOptions } from './serveExchange.ts';
export type { HashType, TokenPurpose, UserIdMapping } from './storage/Connection.ts';
export type { AppTokenInit, ConnectionInit } from './storage/ConnectionInit.ts';
export type { Actor } from './storage/Actor.ts';
export type { ChangeOptions } from './storage/createConnectionStore.ts';
export type { ConnectionDescription } from './storage/describeConnection.ts';
export type { DatabaseOptions } from './storage/openDatabase.ts';
