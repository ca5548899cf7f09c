'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement, ReactNode } from 'react';
import { TokenFields } from '../appToken/TokenFields.tsx';
import { TextField } from '../form/TextField.tsx';
import type { ConnectionForm } from '../hooks/useConnectionForm.ts';
import { useSettings } from '../SettingsContext.ts';
import { ExpertFields } from './ExpertFields.tsx';

export interface ConnectionFieldsProps {
  form: ConnectionForm;
  stored: ConnectionAnswer | null;
  /** Below the App Token for playback. */
  children?: ReactNode;
}

/** What a connection has besides the address of its service, to be typed. */
export function ConnectionFields({ form, stored, children }: ConnectionFieldsProps): ReactElement {
  const { m } = useSettings();
  const { draft, change, faults } = form;
  return (
    <>
      {(['editor', 'player'] as const).map((purpose) => {
        const token = draft[purpose];
        return (
          token !== null && (
            <TokenFields
              key={purpose}
              purpose={purpose}
              token={token}
              stored={stored?.tokens[purpose] ?? null}
              secretNeeded={form.needed.includes(purpose)}
              faults={{ id: faults[`${purpose}Id`], secret: faults[`${purpose}Secret`] }}
              secret={form.secrets.field(purpose)}
              onChange={(changed) => change({ [purpose]: changed })}
              onPaste={(pasted) => form.paste(purpose, pasted)}
              onSecretInput={form.touch}
            />
          )
        );
      })}
      {children}
      <TextField
        label={m.partnerId}
        hint={m.partnerIdHint}
        fault={faults.partnerId}
        value={draft.partnerId}
        inputMode="numeric"
        maxLength={16}
        onChange={(partnerId) => change({ partnerId })}
      />
      <ExpertFields draft={draft} faults={faults} onChange={change} />
    </>
  );
}
