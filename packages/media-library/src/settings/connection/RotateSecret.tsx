'use client';
import { inputFaults } from '@spaces-kaltura/client/admin';
import type { AppTokenEffect, AppTokenPurpose, ConnectionAnswer, RotationInput } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { AppTokenParameters } from '../appToken/AppTokenParameters.tsx';
import { ConsoleLink } from '../appToken/ConsoleLink.tsx';
import { LeaveEmpty } from '../appToken/LeaveEmpty.tsx';
import { TokenFields } from '../appToken/TokenFields.tsx';
import { Button } from '../../parts/Button.tsx';
import { SegmentedControl } from '../../parts/SegmentedControl.tsx';
import { Notice } from '../form/Notice.tsx';
import { Section } from '../form/Section.tsx';
import { useConnectionChange } from '../hooks/useConnectionChange.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useSecretFields } from '../hooks/useSecretFields.ts';
import { useUnsaved } from '../hooks/useUnsaved.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { emptyToken } from './ConnectionDraft.ts';
import { visibilityOf } from './visibilityOf.ts';

export interface RotateSecretProps {
  connection: ConnectionAnswer;
  onSaved: (connection: ConnectionAnswer) => void;
  onClose: () => void;
  onDisconnected: () => void;
}

/** A new App Token in the place of an old one, without interrupting anybody. */
export function RotateSecret({ connection, onSaved, onClose, onDisconnected }: RotateSecretProps): ReactElement {
  const { m, admin } = useSettings();
  const [purpose, setPurpose] = useState<AppTokenPurpose>('editor');
  const [token, setToken] = useState(emptyToken);
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<{ id?: string; secret?: string }>({});
  const [tries, setTries] = useState(0);
  const secrets = useSecretFields();
  const change = useConnectionChange(onDisconnected);
  const form = useFocusFault<HTMLFormElement>(tries);
  useUnsaved(touched);

  async function rotate(): Promise<void> {
    const input: RotationInput = {
      purpose,
      token: {
        id: token.id.trim(),
        secret: secrets.read()[purpose].trim(),
        hash_type: token.hashType,
        expiry: token.expiry,
      },
    };
    const found = inputFaults.rotation(input).map(({ pointer }) => pointer);
    setFaults({
      ...(found.includes('/token/id') && { id: m.fieldFaults[`${purpose}Id`] }),
      ...(found.includes('/token/secret') && { secret: m.fieldFaults[`${purpose}Secret`] }),
    });
    if (found.length > 0) return setTries(tries + 1);
    const next = await change.run((signal) => admin.connection.rotate(input, { version: connection.version, signal }));
    if (next === null) return;
    secrets.clear();
    setTouched(false);
    onSaved(next);
  }

  return (
    <Section title={m.rotateTitle}>
      <form
        ref={form}
        className="sk-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void rotate();
        }}
      >
        <p>{m.rotateIntro}</p>
        {connection.tokens.player && (
          <SegmentedControl
            label={m.rotatePurpose}
            value={purpose}
            segments={[
              { value: 'editor', label: m.editorTokenTitle },
              { value: 'player', label: m.playerTokenTitle },
            ]}
            onChange={(chosen) => {
              setPurpose(chosen);
              setToken(emptyToken);
              secrets.clear();
              setFaults({});
            }}
          />
        )}
        <details className="sk-expert">
          <summary>{m.createStep}</summary>
          <div className="sk-expert-fields">
            <ConsoleLink serviceUrl={connection.service_url} />
            <AppTokenParameters purpose={purpose} effect={sameEffect(connection)} />
            <LeaveEmpty />
          </div>
        </details>
        <TokenFields
          key={purpose}
          purpose={purpose}
          token={token}
          stored={null}
          secretNeeded
          faults={faults}
          secret={secrets.field(purpose)}
          onChange={(changed) => {
            setToken(changed);
            setTouched(true);
          }}
          onPaste={({ id, hashType, expiry, secret }) => {
            secrets.write(purpose, secret);
            setToken({ id, hashType, expiry });
            setTouched(true);
          }}
          onSecretInput={() => setTouched(true)}
        />
        {change.overtaken ? (
          <Notice tone="warning" announce title={m.conflictTitle}>
            <p>{m.conflictLook}</p>
          </Notice>
        ) : (
          <ProblemNotice problem={change.problem} onRetry={() => void rotate()} />
        )}
        <div className="sk-actions">
          <Button type="submit" variant="primary" busy={change.status === 'busy'}>
            {change.status === 'busy' ? m.saving : m.rotateSave}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </div>
      </form>
    </Section>
  );
}

/** What the App Token does now, as far as Kaltura said: the new one is to do the same. */
function sameEffect(connection: ConnectionAnswer): AppTokenEffect {
  const visibility = visibilityOf(connection);
  if (visibility.kind === 'entitlement' && visibility.context !== null) {
    return { kind: 'entitlement', privacyContext: visibility.context };
  }
  return { kind: visibility.kind === 'all' ? 'all' : 'own' };
}
