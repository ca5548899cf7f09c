'use client';
import { inputFaults } from '@spaces-kaltura/client/admin';
import type { AppTokenPurpose, ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState } from 'react';
import type { PastedAppToken } from '../appToken/readAppTokenAnswer.ts';
import { connectionChanges } from '../connection/connectionChanges.ts';
import {
  emptyToken,
  fieldAt,
  secretsNeeded,
  toConnectionInput,
  type ConnectionDraft,
  type ConnectionField,
} from '../connection/ConnectionDraft.ts';
import { useSettings } from '../SettingsContext.ts';
import { isRefusal, useAdminAction, type AdminAction } from './useAdminAction.ts';
import { useConflict, type Conflict } from './useConflict.ts';
import { useAcceptConnection } from './useConnection.ts';
import { useServiceFault } from './useServiceFault.ts';
import { useSecretFields, type SecretFields } from './useSecretFields.ts';

export type FieldFaults = Partial<Record<ConnectionField, string>>;

export interface ConnectionForm {
  readonly draft: ConnectionDraft;
  /** The connection that the draft changes; null for a new one. */
  readonly base: ConnectionAnswer | null;
  readonly change: (change: Partial<ConnectionDraft>) => void;
  readonly secrets: SecretFields;
  readonly paste: (purpose: AppTokenPurpose, token: PastedAppToken) => void;
  /** App Tokens whose stored secret does not do. */
  readonly needed: readonly AppTokenPurpose[];
  /** Something was typed that is not saved. */
  readonly touched: boolean;
  readonly touch: () => void;
  readonly faults: FieldFaults;
  /** Counts the tries that found faults, so that the focus can go to the first each time. */
  readonly faultyTries: number;
  readonly saving: Pick<AdminAction, 'status' | 'problem'>;
  readonly conflict: Conflict | null;
  readonly save: () => Promise<void>;
  /** Saves over what somebody else made of it meanwhile. */
  readonly saveOver: () => void;
  readonly discard: () => void;
}

export interface ConnectionFormOptions {
  start: ConnectionDraft;
  /** The connection as it is shown beside the form; null for a new one. */
  stored: ConnectionAnswer | null;
  onSaved: (connection: ConnectionAnswer) => void;
  /** Some fields cannot be taken as they are. */
  onRefused?: (faults: FieldFaults) => void;
  /** The hub admin gives way to what somebody else did. */
  onDiscard: (theirs: ConnectionAnswer | null) => void;
}

/** A connection as it is being typed, until it is stored. */
export function useConnectionForm(options: ConnectionFormOptions): ConnectionForm {
  const { start, stored, onSaved, onRefused, onDiscard } = options;
  const { admin, m } = useSettings();
  const serviceFault = useServiceFault();
  const [draft, setDraft] = useState(start);
  const [begun, setBegun] = useState(stored);
  const base = isSame(begun, stored) ? stored : begun;
  const [touched, setTouched] = useState(false);
  const [faults, setFaults] = useState<FieldFaults>({});
  const [faultyTries, setFaultyTries] = useState(0);
  const secrets = useSecretFields();
  const action = useAdminAction();
  const { conflict, look, clear } = useConflict();
  const accept = useAcceptConnection();

  const change = (changes: Partial<ConnectionDraft>): void => {
    setDraft((now) => ({ ...now, ...changes }));
    setTouched(true);
  };
  const refuse = (found: FieldFaults): void => {
    setFaults(found);
    setFaultyTries((tries) => tries + 1);
    onRefused?.(found);
  };
  const atFields = (pointers: readonly { pointer: string }[]): FieldFaults =>
    Object.fromEntries(
      pointers.flatMap(({ pointer }) => {
        const field = fieldAt(pointer);
        return field === null ? [] : [[field, m.fieldFaults[field]]];
      }),
    );

  async function save(over: ConnectionAnswer | null = base): Promise<void> {
    const given = secrets.read();
    const input = toConnectionInput(draft, given);
    const missing = secretsNeeded(draft, over).filter((purpose) => given[purpose].trim() === '');
    const refused = serviceFault(draft.serviceUrl);
    const found = {
      ...atFields(inputFaults.connection(input)),
      ...(refused !== undefined && { serviceUrl: refused }),
      ...Object.fromEntries(missing.map((purpose) => [`${purpose}Secret`, m.fieldFaults[`${purpose}Secret`]])),
    };
    setFaults({});
    if (Object.keys(found).length > 0) return refuse(found);

    const result = await action.run(async (signal) => {
      try {
        return await admin.connection.put(input, { version: over?.version ?? null, signal });
      } catch (error) {
        if (isRefusal(error, 'changed_meanwhile')) await look();
        throw error;
      }
    });
    if (result?.done) {
      secrets.clear();
      setTouched(false);
      accept(result.value);
      onSaved(result.value);
      return;
    }
    if (result === null) return;
    const { error } = result;
    if (isRefusal(error, 'invalid_field')) refuse(atFields(error.fields));
    else if (isRefusal(error, 'service_url_not_allowed')) {
      refuse({ serviceUrl: m.serviceRefused });
    } else if (isRefusal(error, 'secret_required')) {
      refuse(
        Object.fromEntries(
          (['editor', 'player'] as const)
            .filter((purpose) => given[purpose].trim() === '' && (purpose === 'editor' || draft.player !== null))
            .map((purpose) => [`${purpose}Secret`, m.secretNeeded]),
        ),
      );
    }
  }

  return {
    draft,
    base,
    change,
    secrets,
    paste(purpose, token) {
      secrets.write(purpose, token.secret);
      const { id, hashType, expiry } = token;
      change({
        [purpose]: { ...emptyToken, id, hashType, expiry },
        ...(token.partnerId !== null && { partnerId: String(token.partnerId) }),
      });
    },
    needed: secretsNeeded(draft, base),
    touched,
    touch: () => setTouched(true),
    faults,
    faultyTries,
    saving: action,
    conflict,
    save: () => save(),
    saveOver() {
      const theirs = conflict?.theirs ?? null;
      setBegun(theirs);
      clear();
      action.reset();
      void save(theirs);
    },
    discard() {
      const theirs = conflict?.theirs ?? null;
      clear();
      action.reset();
      secrets.clear();
      setTouched(false);
      accept(theirs);
      onDiscard(theirs);
    },
  };
}

/**
 * Settings that somebody else changes while a form is open must not be written over unseen, even when they are shown
 * beside it by then. What is no setting (a pause, a test's findings) may change meanwhile.
 */
const isSame = (begun: ConnectionAnswer | null, stored: ConnectionAnswer | null): boolean =>
  begun === null || stored === null
    ? begun === stored
    : connectionChanges(begun, stored).every(({ field }) => field === 'paused');
