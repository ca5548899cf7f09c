export { createExchangeAdmin } from './createExchangeAdmin.ts';

export type {
  AdminCallOptions,
  AdminWriteOptions,
  ExchangeAdmin,
  ExchangeAdminOptions,
} from './createExchangeAdmin.ts';
