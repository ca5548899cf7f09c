'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useId, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../form/Notice.tsx';
import { TextField } from '../form/TextField.tsx';
import { isRefusal, useAdminAction } from '../hooks/useAdminAction.ts';
import { useAcceptConnection } from '../hooks/useConnection.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { isSameName } from './isSameName.ts';

export interface DisconnectProps {
  connection: ConnectionAnswer;
  onDisconnected: () => void;
}

/** Ends the connection, for somebody who types the hub's name. */
export function Disconnect({ connection, onDisconnected }: DisconnectProps): ReactElement {
  const { m, admin, hub } = useSettings();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const [overtaken, setOvertaken] = useState(false);
  const form = useFocusFault<HTMLFormElement>(tries);
  const action = useAdminAction();
  const accept = useAcceptConnection();
  const confirmed = isSameName(typed, hub.name);
  const { version } = connection;

  async function disconnect(): Promise<void> {
    if (!confirmed) return setTries(tries + 1);
    setOvertaken(false);
    const result = await action.run(async (signal) => {
      try {
        await admin.connection.remove({ version, signal });
        return null;
      } catch (error) {
        // Somebody else was faster, and what they made of it is no longer what this was decided for.
        if (isRefusal(error, 'not_connected')) return null;
        if (!isRefusal(error, 'changed_meanwhile')) throw error;
        return admin.connection.get({ signal });
      }
    });
    if (!result?.done) return;
    if (result.value !== null) {
      setOvertaken(true);
      accept(result.value);
      return;
    }
    dialog.current?.close();
    accept(null);
    onDisconnected();
  }

  return (
    <section className="sk-danger">
      <Button variant="danger" onClick={() => dialog.current?.showModal()}>
        {m.disconnect}
      </Button>
      <dialog
        ref={dialog}
        className="sk-confirm"
        aria-labelledby={title}
        // In React these bubble: a host whose own dialog we stand in would take them for its own.
        onCancel={(event) => event.stopPropagation()}
        onClose={(event) => {
          event.stopPropagation();
          setTyped('');
          setTries(0);
          setOvertaken(false);
          action.reset();
        }}
      >
        <form
          ref={form}
          className="sk-confirm-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void disconnect();
          }}
        >
          <h2 id={title} dir="auto">
            {m.disconnectTitle(hub.name)}
          </h2>
          <p>{m.disconnectText}</p>
          <ul>
            {m.disconnectPoints.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
          <TextField
            label={m.disconnectConfirm(hub.name)}
            fault={tries > 0 && !confirmed ? m.disconnectFault : null}
            dir="auto"
            value={typed}
            onChange={setTyped}
          />
          {overtaken && (
            <Notice tone="warning" announce title={m.conflictTitle}>
              <p>{m.conflictLook}</p>
            </Notice>
          )}
          <ProblemNotice problem={action.problem} onRetry={() => void disconnect()} />
          <div className="sk-actions">
            <Button type="submit" variant="danger" busy={action.status === 'busy'}>
              {action.status === 'busy' ? m.disconnecting : m.disconnectAction}
            </Button>
            <Button onClick={() => dialog.current?.close()}>{m.cancel}</Button>
          </div>
        </form>
      </dialog>
    </section>
  );
}
