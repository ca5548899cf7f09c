'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { trimServiceUrl, withAllowed, type KalturaService } from '../KalturaService.ts';
import { servicesQuery } from '../queries.ts';
import { isRefusal } from './useAdminAction.ts';
import type { SettingsContextValue } from '../SettingsContext.ts';

/** The Kaltura services that a hub may choose: known by name or allowed by the operator. */
export interface UseServices extends Pick<SettingsContextValue, 'services' | 'isAllowed'> {
  /** It is not known yet what the operator allows. */
  readonly waiting: boolean;
  /** The hub's plan has no Kaltura: it may choose none. */
  readonly locked: boolean;
}

export function useServices(
  { admin, scope }: Pick<SettingsContextValue, 'admin' | 'scope'>,
  known: readonly KalturaService[],
): UseServices {
  const query = useQuery(servicesQuery(scope, admin), scope.queryClient);
  const allowed = query.data;
  const locked = isRefusal(query.error, 'plan_not_entitled');
  return useMemo(
    () => ({
      services: withAllowed(known, allowed ?? []),
      isAllowed: (url) => allowed === undefined || allowed.includes(trimServiceUrl(url)),
      waiting: query.isPending,
      locked,
    }),
    [known, allowed, query.isPending, locked],
  );
}
