'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../form/Notice.tsx';
import { whoDid } from '../history/whoDid.ts';
import type { Conflict } from '../hooks/useConflict.ts';
import { useSettings } from '../SettingsContext.ts';
import { connectionChanges } from './connectionChanges.ts';

export interface ConflictNoticeProps {
  conflict: Conflict;
  /** The connection when this began. */
  before: ConnectionAnswer | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two admins at once: what the other one changed, and the choice whose stays. */
export function ConflictNotice({ conflict, before, onKeepMine, onTakeTheirs }: ConflictNoticeProps): ReactElement {
  const { m, format, userId } = useSettings();
  const { theirs, by } = conflict;
  return (
    <Notice
      tone="warning"
      announce
      title={by?.person?.subject === userId ? m.conflictTitleYours : m.conflictTitle}
      action={
        <>
          <Button variant="primary" onClick={onKeepMine}>
            {m.conflictKeepMine}
          </Button>
          <Button onClick={onTakeTheirs}>{m.conflictTakeTheirs}</Button>
        </>
      }
    >
      <p>{m.conflictText}</p>
      <ul>
        {theirs === null && <li>{m.conflictRemoved}</li>}
        {theirs !== null && before === null && <li>{m.conflictCreated}</li>}
        {theirs !== null &&
          before !== null &&
          connectionChanges(before, theirs).map((change) => (
            <li key={change.field}>
              <bdi>
                {m.conflictChange(m.settingNames[change.field], change.before ?? m.nothing, change.after ?? m.nothing)}
              </bdi>
            </li>
          ))}
      </ul>
      {by && <p className="sk-muted">{m.conflictBy(whoDid(by, userId, m), format.moment(by.at))}</p>}
    </Notice>
  );
}
