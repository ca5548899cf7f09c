import type { AppTokenEffect } from '@spaces-kaltura/client/exchange';
import type { SettingsMessages } from '../../messages/settings/SettingsMessages.ts';

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
