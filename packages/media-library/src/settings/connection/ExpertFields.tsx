'use client';
import type { ReactElement } from 'react';
import { SelectInput } from '../form/SelectInput.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSettings } from '../SettingsContext.ts';
import type { ConnectionDraft, ConnectionField } from './ConnectionDraft.ts';

type Expert = Pick<ConnectionDraft, 'mapping' | 'claim' | 'conversionProfile' | 'acceptedPrivileges'>;

export interface MappingFieldsProps {
  draft: Pick<Expert, 'mapping' | 'claim'>;
  fault: string | undefined;
  onChange: (change: Partial<Expert>) => void;
}

/** Which Kaltura user a person is. */
export function MappingFields({ draft, fault, onChange }: MappingFieldsProps): ReactElement {
  const { m } = useSettings();
  return (
    <>
      <SelectInput
        label={m.mapping}
        hint={m.mappingHint}
        value={draft.mapping}
        options={[
          { value: 'email', label: m.mappingEmail },
          { value: 'local_part', label: m.mappingLocalPart },
          { value: 'claim', label: m.mappingClaim },
        ]}
        onChange={(mapping) => onChange({ mapping })}
      />
      {draft.mapping === 'claim' && (
        <TextField
          label={m.claimName}
          hint={m.claimNameHint}
          fault={fault}
          value={draft.claim}
          maxLength={64}
          onChange={(claim) => onChange({ claim })}
        />
      )}
    </>
  );
}

export interface ExpertFieldsProps {
  draft: Expert;
  faults: Partial<Record<ConnectionField, string>>;
  onChange: (change: Partial<Expert>) => void;
}

/** What most hubs leave as it is. Open when something in it needs attention. */
export function ExpertFields({ draft, faults, onChange }: ExpertFieldsProps): ReactElement {
  const { m } = useSettings();
  const faulty = ['claim', 'conversionProfile', 'acceptedPrivileges'].some((field) => field in faults);
  return (
    <details className="sk-expert" open={faulty || undefined}>
      <summary>
        {m.expert} <span className="sk-muted">{m.expertSummary}</span>
      </summary>
      <div className="sk-expert-fields">
        <MappingFields draft={draft} fault={faults.claim} onChange={onChange} />
        <TextField
          label={m.conversionProfile}
          hint={m.conversionProfileHint}
          fault={faults.conversionProfile}
          value={draft.conversionProfile}
          inputMode="numeric"
          maxLength={16}
          onChange={(conversionProfile) => onChange({ conversionProfile })}
        />
        <TextField
          label={m.acceptedPrivileges}
          hint={m.acceptedPrivilegesHint}
          fault={faults.acceptedPrivileges}
          value={draft.acceptedPrivileges}
          onChange={(acceptedPrivileges) => onChange({ acceptedPrivileges })}
        />
      </div>
    </details>
  );
}
