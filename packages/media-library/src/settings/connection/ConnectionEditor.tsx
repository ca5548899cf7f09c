'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Checkbox } from '../form/Checkbox.tsx';
import { Section } from '../form/Section.tsx';
import { useConnectionForm } from '../hooks/useConnectionForm.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useUnsaved } from '../hooks/useUnsaved.ts';
import { useSettings } from '../SettingsContext.ts';
import { emptyToken, toDraft } from './ConnectionDraft.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ServiceField } from './ServiceField.tsx';

export interface ConnectionEditorProps {
  connection: ConnectionAnswer;
  onSaved: (connection: ConnectionAnswer) => void;
  onClose: () => void;
  onDisconnected: () => void;
}

/** Changes the settings of a connection. Secrets stay where their fields stay empty. */
export function ConnectionEditor({
  connection,
  onSaved,
  onClose,
  onDisconnected,
}: ConnectionEditorProps): ReactElement {
  const { m } = useSettings();
  const [start] = useState(() => toDraft(connection));
  const form = useConnectionForm({
    start,
    stored: connection,
    onSaved,
    onDiscard: (theirs) => (theirs ? onClose() : onDisconnected()),
  });
  useUnsaved(form.touched);
  const fields = useFocusFault<HTMLFormElement>(form.faultyTries);
  const withPlayer = form.draft.player !== null;
  return (
    <Section title={m.editTitle}>
      <form
        ref={fields}
        className="sk-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <ServiceField
          url={form.draft.serviceUrl}
          fault={form.faults.serviceUrl}
          onChange={(serviceUrl) => form.change({ serviceUrl })}
        />
        <ConnectionFields form={form} stored={form.base}>
          <Checkbox
            label={m.playerToken}
            hint={m.playerTokenText}
            checked={withPlayer}
            onChange={(wanted) => form.change({ player: wanted ? (start.player ?? emptyToken) : null })}
          />
        </ConnectionFields>
        <SaveBar form={form}>
          <Button onClick={onClose}>{m.cancel}</Button>
        </SaveBar>
      </form>
    </Section>
  );
}
