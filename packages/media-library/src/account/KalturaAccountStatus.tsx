'use client';
import type { FetchRequest, GetHostToken } from '@spaces-kaltura/client';
import { QueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { lazy, useLazy } from '../hooks/useLazy.ts';
import type { MessageOverrides } from '../messages/Messages.ts';
import { useCatalogue } from '../messages/useCatalogue.ts';
import { MessagesContext } from '../messages/useMessages.ts';
import { LibraryRoot, type LibraryTheme } from '../parts/LibraryRoot.tsx';
import { ProblemView } from '../problems/ProblemView.tsx';
import type { Hub } from '../provider/KalturaScope.ts';
import { LoadingAccount } from './LoadingAccount.tsx';

export interface KalturaAccountStatusProps {
  /** Address of the token exchange. */
  exchangeUrl: string;
  /** Signs a short-lived host token for the person in the hub that is asked for. May be a new function on every render. */
  getHostToken: GetHostToken;
  /** The person's hubs, in the order in which they are shown. */
  hubs: readonly Hub[];
  /** The signed-in person, as the host knows them. When it changes, everything of the previous person is gone at once. */
  userId: string;
  /** Id of the hub that is open at first; the first one without it. */
  initialHub?: string | undefined;
  /** BCP 47; English without it. */
  locale?: string | undefined;
  /** The host's own words for single sentences. */
  messages?: MessageOverrides | undefined;
  /** `auto` follows the reader’s system. */
  theme?: LibraryTheme | undefined;
  /** Shares the host's cache instead of an own one; read once, at the first render. */
  queryClient?: QueryClient | undefined;
  /** Calls to Kaltura and the exchange go through this. */
  fetch?: FetchRequest | undefined;
}

/** The hubs with all that is said of them. */
const part = lazy(() => import('./AccountHubs.tsx'));

/**
 * A participant's "User account › Integration" page: whether Kaltura works for them in each of their hubs, as which Kaltura
 * user, what they see and may do, and whom to ask for what where it does not. It needs no `KalturaProvider` above it, and
 * takes nothing from one.
 *
 * @example
 * <KalturaAccountStatus exchangeUrl="/kaltura" getHostToken={signHostToken} hubs={user.hubs} userId={user.id} />
 */
export function KalturaAccountStatus(props: KalturaAccountStatusProps): ReactElement {
  const { hubs, theme = 'auto', locale = 'en' } = props;
  const messages = useCatalogue(locale, props.messages);
  const [queryClient] = useState(() => props.queryClient ?? new QueryClient());
  const { loaded, problem, retrying, retry } = useLazy(part);
  return (
    <MessagesContext value={messages}>
      <LibraryRoot theme={theme} locale={messages.t.language}>
        {problem ? (
          <ProblemView problem={problem} retrying={retrying} onRetry={retry} />
        ) : loaded === null ? (
          <LoadingAccount hubs={hubs} />
        ) : (
          <loaded.AccountHubs {...props} queryClient={queryClient} />
        )}
      </LibraryRoot>
    </MessagesContext>
  );
}
