'use client';
import type { AppTokenEffect } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import type { SettingsMessages } from '../../messages/settings/SettingsMessages.ts';
import { Checkbox } from '../form/Checkbox.tsx';
import { ChoiceCards } from '../form/ChoiceCards.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSettings } from '../SettingsContext.ts';

/** What the App Tokens are to do, as it is being chosen. */
export interface EffectDraft {
  readonly kind: AppTokenEffect['kind'];
  readonly privacyContext: string;
  /** Also a second App Token for playing media of others. */
  readonly player: boolean;
}

export const emptyEffect: EffectDraft = { kind: 'own', privacyContext: '', player: false };

/** The effect, or null while the privacy context is missing or cannot be one. */
export function toEffect({ kind, privacyContext }: EffectDraft): AppTokenEffect | null {
  if (kind !== 'entitlement') return { kind };
  const context = privacyContext.trim();
  return /^[A-Za-z0-9_.-]{1,64}$/.test(context) ? { kind, privacyContext: context } : null;
}

export const effectTitle = (m: SettingsMessages, { kind, privacyContext, player }: EffectDraft): string => {
  const titles = {
    own: m.effectOwn,
    all: m.effectAll,
    entitlement: `${m.effectEntitlement} (${privacyContext.trim()})`,
  };
  return m.effectSummary(titles[kind], player);
};

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
