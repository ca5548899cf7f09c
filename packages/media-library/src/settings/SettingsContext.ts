'use client';
import type { ExchangeAdmin } from '@spaces-kaltura/client/admin';
import { createContext, useContext, type Context } from 'react';
import type { SettingsMessages } from '../messages/settings/SettingsMessages.ts';
import type { KalturaScope, Hub } from '../provider/KalturaScope.ts';
import type { KalturaService } from './KalturaService.ts';
import type { SettingsFormats } from './SettingsFormats.ts';

/** What every part of the settings needs. */
export interface SettingsContextValue {
  readonly admin: ExchangeAdmin;
  readonly scope: KalturaScope;
  readonly hub: Hub;
  /** The hub admin, as the host knows them. */
  readonly userId: string;
  readonly m: SettingsMessages;
  readonly format: SettingsFormats;
  /** Kaltura services that are known by name. */
  readonly services: readonly KalturaService[];
  /** May a hub choose this one? Where the exchange did not say, it decides when it is asked. */
  readonly isAllowed: (serviceUrl: string) => boolean;
  /** Lets the host confirm who is there; absent where it cannot. */
  readonly onReauthenticate: (() => Promise<void>) | undefined;
  /** A form has, or no longer has, something that is not saved. */
  readonly setUnsaved: (form: string, unsaved: boolean) => void;
}

export const SettingsContext: Context<SettingsContextValue | null> = createContext<SettingsContextValue | null>(null);

/** For everything inside `SettingsPanel`. */
export function useSettings(): SettingsContextValue {
  const value = useContext(SettingsContext);
  if (value === null) throw new TypeError('This belongs inside SettingsPanel.');
  return value;
}
