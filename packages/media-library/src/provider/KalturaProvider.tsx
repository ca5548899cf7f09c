'use client';
import type { FetchRequest, GetHostToken, SessionSource } from '@spaces-kaltura/client';
import { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { MessageOverrides } from '../messages/Messages.ts';
import { useCatalogue } from '../messages/useCatalogue.ts';
import { MessagesContext } from '../messages/useMessages.ts';
import type { LibraryTheme } from '../parts/LibraryRoot.tsx';
import type { Preferences } from '../preferences/Preferences.ts';
import type { OnUploadNotice } from '../uploads/UploadNotice.ts';
import type { Hub } from './KalturaScope.ts';
import { KalturaContext } from './useKaltura.ts';
import { useScope } from './useScope.ts';

interface CommonProps {
  /** The hub whose Kaltura account is shown. */
  hub: Hub;
  /** The signed-in person, as the host knows them. When it changes, everything of the previous person is gone at once. */
  userId: string;
  /** BCP 47; English without it. */
  locale?: string | undefined;
  /** The host's own words for single sentences. */
  messages?: MessageOverrides | undefined;
  /** `auto` follows the reader’s system. */
  theme?: LibraryTheme | undefined;
  /** Shares the host's cache instead of an own one; read once, at the first render. */
  queryClient?: QueryClient | undefined;
  /** Where choices like grid or list are remembered; `localStorage` without it. Read once per person and hub. */
  preferences?: Preferences | undefined;
  /** Calls to Kaltura and the exchange go through this. */
  fetch?: FetchRequest | undefined;
  /** News of the person's uploads, while this provider is mounted. */
  onUploadEvent?: OnUploadNotice | undefined;
  children?: ReactNode;
}

interface ExchangeProps {
  /** Address of the token exchange. */
  exchangeUrl: string;
  /** Signs a short-lived host token for the person in this hub. May be a new function on every render. */
  getHostToken: GetHostToken;
  session?: undefined;
}

interface SessionProps {
  /** Where sessions come from instead; keep the object's identity for as long as it is the same person. */
  session: SessionSource;
  /** Together with `getHostToken`: for what is not Kaltura's to answer, such as the hub's settings. */
  exchangeUrl?: string | undefined;
  getHostToken?: GetHostToken | undefined;
}

export type KalturaProviderProps = CommonProps & (ExchangeProps | SessionProps);

/**
 * Connects everything below it to the Kaltura account of one hub, as one person. Makes no call before something below asks.
 *
 * @example
 * <KalturaProvider exchangeUrl="/kaltura" getHostToken={signHostToken} hub={hub} userId={user.id}>
 *   <FromKalturaTab onImport={addToSpace} />
 * </KalturaProvider>
 */
export function KalturaProvider(props: KalturaProviderProps): ReactNode {
  const [queryClient] = useState(() => props.queryClient ?? new QueryClient());
  const scope = useScope(props, queryClient);
  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  const messages = useCatalogue(props.locale ?? 'en', props.messages);
  const { id, name } = props.hub;
  const { theme = 'auto' } = props;
  const value = useMemo(() => ({ scope, hub: { id, name }, theme }), [scope, id, name, theme]);
  return (
    <KalturaContext value={value}>
      <MessagesContext value={messages}>{props.children}</MessagesContext>
    </KalturaContext>
  );
}
