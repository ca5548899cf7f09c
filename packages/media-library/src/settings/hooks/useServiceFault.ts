'use client';
import { trimServiceUrl } from '../KalturaService.ts';
import { useSettings } from '../SettingsContext.ts';

/** Why a hub cannot use this service, before anything is sent there; undefined where it can. */
export function useServiceFault(): (serviceUrl: string) => string | undefined {
  const { m, isAllowed } = useSettings();
  return (serviceUrl) => {
    if (!/^https?:\/\/\S+$/.test(trimServiceUrl(serviceUrl))) return m.fieldFaults.serviceUrl;
    return isAllowed(serviceUrl) ? undefined : m.serviceRefused;
  };
}
