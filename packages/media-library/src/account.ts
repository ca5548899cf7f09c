export { KalturaAccountStatus } from './account/KalturaAccountStatus.tsx';

export type { KalturaAccountStatusProps } from './account/KalturaAccountStatus.tsx';
