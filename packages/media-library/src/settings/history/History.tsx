'use client';
import type { AuditAction, AuditRow } from '@spaces-kaltura/client/exchange';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useProblem } from '../../hooks/useProblem.ts';
import { Button } from '../../parts/Button.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { auditQuery } from '../queries.ts';
import { useSettings } from '../SettingsContext.ts';
import { changedSettings } from './changedSettings.ts';
import { whoDid } from './whoDid.ts';

/** What was changed, by whom and when; asked for when somebody opens it. */
export function History(): ReactElement {
  const { m } = useSettings();
  const [opened, setOpened] = useState(false);
  return (
    <details className="sk-history" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>{m.historyTitle}</summary>
      {opened && <HistoryRows />}
    </details>
  );
}

function HistoryRows(): ReactElement {
  const { m, admin, scope } = useSettings();
  const query = useInfiniteQuery(auditQuery(scope, admin), scope.queryClient);
  const { problem, retry } = useProblem({
    error: query.error,
    waiting: query.status === 'pending',
    retry: () => void (query.data ? query.fetchNextPage() : query.refetch()),
    about: 'history',
  });
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div aria-busy={query.isFetching}>
      {query.status === 'pending' && !problem && <p role="status">{m.historyLoading}</p>}
      {query.status === 'success' && rows.length === 0 && <p>{m.historyEmpty}</p>}
      <ol className="sk-history-rows">
        {rows.map((row) => (
          <HistoryRow key={row.id} row={row} />
        ))}
      </ol>
      <ProblemNotice problem={problem} onRetry={retry} />
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m.historyMore}
        </Button>
      )}
    </div>
  );
}

function HistoryRow({ row }: { row: AuditRow }): ReactElement {
  const { m, format, userId } = useSettings();
  const who = whoDid(row, userId, m);
  const said = Object.hasOwn(m.historyActions, row.action)
    ? m.historyActions[row.action as AuditAction](who)
    : m.historyUnknown(who, row.action);
  const details = detailsOf(row);
  return (
    <li>
      <time dateTime={row.at}>{format.moment(row.at)}</time>
      <p>
        <bdi>{said}</bdi>
      </p>
      {details !== '' && <p className="sk-history-detail">{details}</p>}
    </li>
  );

  function detailsOf({ action, detail }: AuditRow): string {
    if (action === 'connection_changed') {
      const settings = changedSettings(detail['fields']).map((setting) => m.settingNames[setting]);
      return settings.length === 0 ? '' : m.historyChanged(format.list(settings));
    }
    const token = action === 'rotation_ended' ? detail['former_token_id'] : detail['token_id'];
    return typeof token === 'string' ? m.historyToken(token) : '';
  }
}
