'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { TestResults } from '../check/TestResults.tsx';
import { Notice } from '../form/Notice.tsx';
import { History } from '../history/History.tsx';
import type { ConnectionTest } from '../hooks/useConnectionTest.ts';
import { useConnectionChange } from '../hooks/useConnectionChange.ts';
import { useFocusTarget } from '../hooks/useFocusTarget.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { ConnectionEditor } from './ConnectionEditor.tsx';
import { ConnectionWords } from './ConnectionWords.tsx';
import { Disconnect } from './Disconnect.tsx';
import { RotateSecret } from './RotateSecret.tsx';
import { Rotations } from './Rotations.tsx';
import { stateLabel } from './stateLabel.ts';
import { StateNotice } from './StateNotice.tsx';
import { toDraft, toConnectionInput } from './ConnectionDraft.ts';

export interface ConnectionViewProps {
  connection: ConnectionAnswer;
  test: ConnectionTest;
  /** What is tested was saved just now. */
  justSaved: boolean;
  onTest: () => void;
  onSaved: (connection: ConnectionAnswer) => void;
  onDisconnected: () => void;
}

/** A hub that is connected: what that does, how it is doing, and everything an admin may do about it. */
export function ConnectionView({
  connection,
  test,
  justSaved,
  onTest,
  onSaved,
  onDisconnected,
}: ConnectionViewProps): ReactElement {
  const { m, admin } = useSettings();
  const [open, setOpen] = useState<'edit' | 'rotate' | null>(connection.state === 'unreadable' ? 'edit' : null);
  const change = useConnectionChange(onDisconnected);
  const [editButton, toEditButton] = useFocusTarget<HTMLButtonElement>();
  const [rotateButton, toRotateButton] = useFocusTarget<HTMLButtonElement>();
  // What a change without a form has come to; it is seen elsewhere.
  const [said, setSaid] = useState('');
  const paused = connection.paused_since !== null;
  const saved = (next: ConnectionAnswer): void => {
    setOpen(null);
    onSaved(next);
  };
  const close = (): void => {
    setOpen(null);
    if (open === 'edit') toEditButton();
    else toRotateButton();
  };
  const { version } = connection;

  const pauseOrResume = async (): Promise<void> => {
    setSaid('');
    const next = await change.run((signal) =>
      paused ? admin.connection.resume({ version, signal }) : admin.connection.pause({ version, signal }),
    );
    if (next !== null) setSaid(next.paused_since === null ? stateLabel(m, next.state) : m.statePaused);
  };
  const acceptPrivilege = async (privilege: string): Promise<void> => {
    const input = toConnectionInput(toDraft(connection), { editor: '', player: '' });
    const accepted_privileges = [...connection.accepted_privileges, privilege];
    const next = await change.run((signal) =>
      admin.connection.put({ ...input, accepted_privileges }, { version, signal }),
    );
    if (next !== null) onSaved(next);
  };

  return (
    <>
      <StateNotice connection={connection} tested={test.answer?.ok === false} />
      <div className="sk-actions">
        <Button
          variant={test.status === 'idle' ? 'primary' : 'secondary'}
          busy={test.status === 'running'}
          onClick={onTest}
        >
          {test.status === 'running' ? m.testing : test.status === 'idle' ? m.test : m.testAgain}
        </Button>
        <Button
          ref={editButton}
          aria-expanded={open === 'edit'}
          onClick={() => setOpen(open === 'edit' ? null : 'edit')}
        >
          {m.edit}
        </Button>
        <Button
          ref={rotateButton}
          aria-expanded={open === 'rotate'}
          onClick={() => setOpen(open === 'rotate' ? null : 'rotate')}
        >
          {m.rotate}
        </Button>
        <Button
          busy={change.status === 'busy'}
          onClick={() => void pauseOrResume()}
          title={paused ? undefined : m.pauseText}
        >
          {paused ? m.resume : m.pause}
        </Button>
      </div>
      <p role="status" className="sk-hidden">
        {said}
      </p>
      {change.overtaken && (
        <Notice tone="warning" announce title={m.conflictTitle}>
          <p>{m.conflictLook}</p>
        </Notice>
      )}
      {!change.overtaken && <ProblemNotice problem={change.problem} onRetry={() => void change.again()} />}
      {open === 'edit' && (
        <ConnectionEditor connection={connection} onSaved={saved} onClose={close} onDisconnected={onDisconnected} />
      )}
      {open === 'rotate' && (
        <RotateSecret connection={connection} onSaved={saved} onClose={close} onDisconnected={onDisconnected} />
      )}
      <Rotations connection={connection} onEnded={toRotateButton} onDisconnected={onDisconnected} />
      <TestResults test={test} saved={justSaved} onAcceptPrivilege={(privilege) => void acceptPrivilege(privilege)} />
      <ConnectionWords connection={connection} />
      <History />
      <Disconnect connection={connection} onDisconnected={onDisconnected} />
    </>
  );
}
