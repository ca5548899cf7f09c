'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../form/Notice.tsx';
import { useConnectionChange } from '../hooks/useConnectionChange.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';

/** App Tokens that are being replaced: which one serves, until when the former one is there, and its end. */
export function Rotations({ connection }: { connection: ConnectionAnswer }): ReactElement | null {
  const { m, admin, format } = useSettings();
  const change = useConnectionChange();
  const { rotations, version } = connection;
  if (rotations.length === 0) return null;
  const end = (): void => void change.run((signal) => admin.connection.endRotation({ version, signal }));
  const failing = rotations.some(({ former_serves_since: since }) => since !== null);
  return (
    <Notice
      tone={failing ? 'danger' : 'info'}
      title={m.rotatingTitle}
      action={
        <Button busy={change.status === 'busy'} onClick={end}>
          {m.rotationEnd}
        </Button>
      }
    >
      {rotations.map(({ purpose, former, until, former_serves_since: since }) => (
        <p key={purpose}>
          <bdi>{(since === null ? m.rotatingText : m.rotatingServes)(former.id, format.moment(until))}</bdi>
        </p>
      ))}
      {!failing && <p>{m.rotationEndText}</p>}
      <ProblemNotice problem={change.problem} onRetry={end} />
    </Notice>
  );
}
