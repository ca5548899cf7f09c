export { KalturaSettings } from './settings/KalturaSettings.tsx';

export type { KalturaSettingsProps } from './settings/KalturaSettings.tsx';
export type { KalturaService } from './settings/KalturaService.ts';
