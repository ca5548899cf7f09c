'use client';
import type { ReactElement } from 'react';
import { Checkbox } from '../form/Checkbox.tsx';
import { ChoiceCards } from '../form/ChoiceCards.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSettings } from '../SettingsContext.ts';
import type { EffectDraft } from './EffectDraft.ts';

export interface EffectChoiceProps {
  effect: EffectDraft;
  /** The privacy context cannot be taken like this. */
  faulty: boolean;
  onChange: (effect: EffectDraft) => void;
}

/** What people may see, in words; and whether media of others play. */
export function EffectChoice({ effect, faulty, onChange }: EffectChoiceProps): ReactElement {
  const { m } = useSettings();
  return (
    <>
      <ChoiceCards
        legend={m.effectLegend}
        value={effect.kind}
        choices={[
          { value: 'own', title: m.effectOwn, text: m.effectOwnText },
          { value: 'all', title: m.effectAll, text: m.effectAllText },
          { value: 'entitlement', title: m.effectEntitlement, text: m.effectEntitlementText },
        ]}
        onChange={(kind) => onChange({ ...effect, kind })}
      />
      {effect.kind === 'own' && <p className="sk-hint">{m.ownIsListing}</p>}
      {effect.kind === 'entitlement' && (
        <TextField
          label={m.privacyContext}
          hint={m.privacyContextHint}
          fault={faulty ? m.privacyContextFault : null}
          value={effect.privacyContext}
          maxLength={64}
          onChange={(privacyContext) => onChange({ ...effect, privacyContext })}
        />
      )}
      <Checkbox
        label={m.playerToken}
        hint={m.playerTokenText}
        checked={effect.player}
        onChange={(player) => onChange({ ...effect, player })}
      />
    </>
  );
}
