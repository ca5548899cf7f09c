'use client';
import type { AppTokenPurpose, StoredAppToken } from '@spaces-kaltura/client/exchange';
import type { ReactElement, Ref } from 'react';
import type { TokenDraft } from '../connection/ConnectionDraft.ts';
import { SecretField } from '../form/SecretField.tsx';
import { SelectInput } from '../form/SelectInput.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSettings } from '../SettingsContext.ts';
import { PasteAnswer } from './PasteAnswer.tsx';
import type { PastedAppToken } from './readAppTokenAnswer.ts';

export interface TokenFieldsProps {
  purpose: AppTokenPurpose;
  token: TokenDraft;
  /** What is stored of it, where something is. */
  stored: StoredAppToken | null;
  /** The stored secret does not do for this draft. */
  secretNeeded: boolean;
  faults: { readonly id?: string | undefined; readonly secret?: string | undefined };
  secret: Ref<HTMLInputElement>;
  onChange: (token: TokenDraft) => void;
  onPaste: (token: PastedAppToken) => void;
  onSecretInput: () => void;
}

const hashTypes = ['SHA256', 'SHA512', 'SHA1', 'MD5'] as const;

/** One App Token: paste Kaltura's answer, or type what it says. */
export function TokenFields({
  purpose,
  token,
  stored,
  secretNeeded,
  faults,
  secret,
  onChange,
  onPaste,
  onSecretInput,
}: TokenFieldsProps): ReactElement {
  const { m, format } = useSettings();
  return (
    <fieldset className="sk-token">
      <legend>{purpose === 'editor' ? m.editorTokenTitle : m.playerTokenTitle}</legend>
      <PasteAnswer purpose={purpose} onToken={onPaste} />
      <p className="sk-or">{m.orType}</p>
      <div className="sk-columns">
        <TextField
          label={m.tokenId}
          fault={faults.id}
          value={token.id}
          maxLength={40}
          // An end that was pasted belongs to the token it was pasted with.
          onChange={(id) => onChange({ ...token, id, expiry: null })}
        />
        <SelectInput
          label={m.hashType}
          value={token.hashType}
          options={hashTypes.map((type) => ({ value: type, label: type }))}
          onChange={(hashType) => onChange({ ...token, hashType })}
        />
      </div>
      <SecretField
        label={m.secret}
        hint={secretHint()}
        fault={faults.secret}
        ref={secret}
        maxLength={256}
        onInput={onSecretInput}
      />
    </fieldset>
  );

  function secretHint(): string {
    if (stored === null) return m.secretHint;
    if (stored.fingerprint === null) return m.secretUnreadable;
    return secretNeeded ? m.secretNeeded : m.secretStored(stored.fingerprint, format.day(stored.set_at));
  }
}
