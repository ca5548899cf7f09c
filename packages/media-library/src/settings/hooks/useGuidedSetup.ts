'use client';
import type {
  ConnectionAnswer,
  GuidedConversionProfile,
  GuidedSignInInput,
  KalturaAccount,
} from '@spaces-kaltura/client/exchange';
import { useState } from 'react';
import type { ProblemMessage } from '../../messages/Messages.ts';
import { toEffect, type EffectDraft } from '../appToken/EffectDraft.ts';
import { isClaimName, toUserIdMapping, type UserIdMapping } from '../connection/userIdMapping.ts';
import { suggestProfile } from '../setup/suggestProfile.ts';
import { useAdminMessage } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { isRefusal, useAdminAction, type AdminAction } from './useAdminAction.ts';
import { useConflict, type Conflict } from './useConflict.ts';
import { useAcceptConnection } from './useConnection.ts';
import { useMinutesLeft } from './useMinutesLeft.ts';

export interface GuidedSetupState {
  /** 0 sign-in, 1 account, 2 effect, 3 conversion profile. */
  readonly step: number;
  readonly goTo: (step: number) => void;
  readonly loginId: string;
  readonly setLoginId: (loginId: string) => void;
  readonly accounts: readonly KalturaAccount[];
  readonly accountId: string | null;
  readonly setAccountId: (accountId: string) => void;
  readonly account: KalturaAccount | null;
  readonly profiles: readonly GuidedConversionProfile[];
  readonly profileId: number | null;
  readonly setProfileId: (profileId: number | null) => void;
  readonly mapping: UserIdMapping;
  readonly changeMapping: (change: Partial<UserIdMapping>) => void;
  readonly mappingFaulty: boolean;
  readonly effectTries: number;
  readonly mappingTries: number;
  readonly acting: Pick<AdminAction, 'status' | 'problem'>;
  /** The hub is being connected: that is not taken back, and the sign-in may end meanwhile. */
  readonly connecting: boolean;
  /** The sign-in has expired before everything was done. */
  readonly expired: boolean;
  readonly expiredMessage: ProblemMessage | null;
  /** How long it is still remembered. */
  readonly minutesLeft: number | null;
  readonly conflict: Conflict | null;
  readonly signIn: (input: GuidedSignInInput) => void;
  readonly chooseAccount: () => Promise<void>;
  readonly chooseEffect: () => void;
  readonly connect: () => Promise<void>;
  readonly connectOver: () => void;
  readonly discard: () => void;
  readonly retry: () => void;
}

export interface GuidedSetupOptions {
  effect: EffectDraft;
  onConnected: (connection: ConnectionAnswer) => void;
  onDiscard: () => void;
}

/**
 * The steps of connecting by signing in to Kaltura. Between them there is only the handle that the exchange gave: sealed,
 * for this admin, for ten minutes at most.
 */
export function useGuidedSetup({ effect, onConnected, onDiscard }: GuidedSetupOptions): GuidedSetupState {
  const { admin } = useSettings();
  const [step, setStep] = useState(0);
  const [loginId, setLoginId] = useState('');
  const [handle, setHandle] = useState<{ text: string; until: number } | null>(null);
  const [accounts, setAccounts] = useState<readonly KalturaAccount[]>([]);
  const [accountId, setAccountId] = useState<string | null>(null);
  const [account, setAccount] = useState<KalturaAccount | null>(null);
  const [profiles, setProfiles] = useState<readonly GuidedConversionProfile[]>([]);
  const [profileId, setProfileId] = useState<number | null>(null);
  const [mapping, setMapping] = useState<UserIdMapping>({ mapping: 'email', claim: '' });
  const [effectTries, setEffectTries] = useState(0);
  const [mappingTries, setMappingTries] = useState(0);
  const [expired, setExpired] = useState(false);
  const action = useAdminAction();
  const connecting = step === 3 && action.status === 'busy';
  const { conflict, look, clear } = useConflict();
  const accept = useAcceptConnection();
  const expiredMessage = useAdminMessage('guided_expired');
  const minutesLeft = useMinutesLeft(handle?.until ?? null, () => connecting || expire());
  const mappingFaulty = mapping.mapping === 'claim' && !isClaimName(mapping.claim);

  function expire(): void {
    setHandle(null);
    setExpired(true);
    setStep(0);
    action.reset();
  }

  const keep = (text: string, seconds: number): void => setHandle({ text, until: Date.now() + seconds * 1000 });

  function signIn(input: GuidedSignInInput): void {
    setExpired(false);
    void action
      .run((signal) => admin.guided.signIn(input, { signal }))
      .then(async (result) => {
        if (!result?.done) return;
        const { handle: text, expires_in: seconds, accounts: found } = result.value;
        keep(text, seconds);
        setAccounts(found);
        const only = found.length === 1 ? found[0] : undefined;
        setAccountId(String(found[0]?.partner_id ?? ''));
        setStep(1);
        if (only) await openAccount(text, only.partner_id);
      });
  }

  async function openAccount(text: string, partnerId: number): Promise<void> {
    const result = await action.run((signal) =>
      admin.guided.chooseAccount({ handle: text, partner_id: partnerId }, { signal }),
    );
    if (result === null) return;
    if (!result.done) {
      if (isRefusal(result.error, 'guided_expired')) expire();
      return;
    }
    const { handle: next, expires_in: seconds, account: opened, conversion_profiles: found } = result.value;
    keep(next, seconds);
    // Whoever comes back to the same account keeps what they have chosen.
    if (opened.partner_id !== account?.partner_id) setProfileId(suggestProfile(found));
    setAccount(opened);
    setProfiles(found);
    setStep(2);
  }

  async function connect(version: number | null = null): Promise<void> {
    const chosen = toEffect(effect);
    if (mappingFaulty) return setMappingTries(mappingTries + 1);
    if (handle === null || chosen === null) return;
    const input = {
      handle: handle.text,
      effect: chosen,
      player: effect.player,
      conversion_profile_id: profileId,
      user_id_mapping: toUserIdMapping(mapping),
    };
    const result = await action.run(async (signal) => {
      try {
        return await admin.guided.connect(input, { version, signal });
      } catch (error) {
        if (isRefusal(error, 'changed_meanwhile')) await look();
        throw error;
      }
    });
    if (result === null) return;
    if (!result.done) {
      if (isRefusal(result.error, 'guided_expired')) expire();
      return;
    }
    setHandle(null);
    accept(result.value);
    onConnected(result.value);
  }

  const chooseAccount = async (): Promise<void> => {
    if (handle !== null && accountId !== null) await openAccount(handle.text, Number(accountId));
  };

  return {
    step,
    goTo(to) {
      // Whoever goes back wants no account opened any more.
      action.stop();
      setStep(to);
    },
    loginId,
    setLoginId,
    accounts,
    accountId,
    setAccountId,
    account,
    profiles,
    profileId,
    setProfileId,
    mapping,
    changeMapping: (change) => setMapping((now) => ({ ...now, ...change })),
    mappingFaulty,
    effectTries,
    mappingTries,
    acting: action,
    connecting,
    expired,
    expiredMessage,
    minutesLeft,
    conflict,
    signIn,
    chooseAccount,
    chooseEffect() {
      if (toEffect(effect) === null) return setEffectTries(effectTries + 1);
      setStep(3);
    },
    connect: () => connect(),
    connectOver() {
      const version = conflict?.theirs?.version ?? null;
      clear();
      action.reset();
      void connect(version);
    },
    discard() {
      const theirs = conflict?.theirs ?? null;
      clear();
      action.reset();
      accept(theirs);
      if (theirs) onDiscard();
    },
    retry: () => void (step === 1 ? chooseAccount() : connect()),
  };
}
