'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useQuery } from '@tanstack/react-query';
import { useProblem, type UseProblem } from '../../hooks/useProblem.ts';
import { connectionQuery, settingsKey, settingsPart } from '../queries.ts';
import { useSettings } from '../SettingsContext.ts';

export interface UseConnection extends UseProblem {
  /** Null: nobody has connected the hub. Undefined: not known yet. */
  readonly connection: ConnectionAnswer | null | undefined;
  /** Asks for the latest state. */
  readonly reload: () => Promise<void>;
}

/** The hub's connection as the exchange has it. */
export function useConnection(): UseConnection {
  const { admin, scope } = useSettings();
  const query = useQuery(connectionQuery(scope, admin), scope.queryClient);
  const trouble = useProblem({
    error: query.error,
    waiting: query.status === 'pending',
    retry: () => void query.refetch(),
    about: 'connection',
  });
  return {
    ...trouble,
    connection: query.data,
    async reload() {
      await query.refetch();
    },
  };
}

/** Takes over what the exchange answered to a change; what the library holds of the state before is asked for again. */
export function useAcceptConnection(): (connection: ConnectionAnswer | null) => void {
  const { admin, scope } = useSettings();
  return (connection) => {
    const { queryClient, key, session } = scope;
    queryClient.setQueryData(connectionQuery(scope, admin).queryKey, connection);
    void queryClient.invalidateQueries({ queryKey: [...settingsKey(scope), 'audit'] });
    session.clear();
    void queryClient.invalidateQueries({
      queryKey: key,
      predicate: ({ queryKey }) => queryKey[key.length] !== settingsPart,
    });
  };
}
