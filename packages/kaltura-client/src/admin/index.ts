export { createExchangeAdmin } from './createExchangeAdmin.ts';
export { inputFaults } from './inputFaults.ts';

export type {
  AdminCallOptions,
  AdminWriteOptions,
  ExchangeAdmin,
  ExchangeAdminOptions,
} from './createExchangeAdmin.ts';
