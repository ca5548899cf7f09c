'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../form/Notice.tsx';
import { useConnectionChange } from '../hooks/useConnectionChange.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';

/** App Tokens that are being replaced: which one serves, until when the former one is there, and its end. */
export function Rotations({
  connection,
  onEnded,
  onDisconnected,
}: {
  connection: ConnectionAnswer;
  onEnded: () => void;
  onDisconnected: () => void;
}): ReactElement | null {
  const { m, admin, format } = useSettings();
  const change = useConnectionChange(onDisconnected);
  const { rotations, version } = connection;
  if (rotations.length === 0) return null;
  const end = async (): Promise<void> => {
    const ended = await change.run((signal) => admin.connection.endRotation({ version, signal }));
    if (ended !== null) onEnded();
  };
  const failing = rotations.some(({ former_serves_since: since }) => since !== null);
  return (
    <Notice
      tone={failing ? 'danger' : 'info'}
      title={m.rotatingTitle}
      action={
        <Button busy={change.status === 'busy'} onClick={() => void end()}>
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
      <ProblemNotice problem={change.problem} onRetry={() => void end()} />
    </Notice>
  );
}
