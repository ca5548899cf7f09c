export { checkAccount } from './checkAccount.ts';
export { readAccountStatus } from './readAccountStatus.ts';

export type { AccountCheck } from './checkAccount.ts';
export type { AccountStatus, AccountUser } from './AccountStatus.ts';
export type { ConnectionState } from '../exchange/statusAnswer.ts';
