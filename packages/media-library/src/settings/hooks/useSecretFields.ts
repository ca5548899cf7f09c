'use client';
import type { AppTokenPurpose } from '@spaces-kaltura/client/exchange';
import { useRef, useState, type RefCallback } from 'react';
import type { DraftSecrets } from '../connection/ConnectionDraft.ts';

/** The fields that hold secrets: React keeps the fields, the fields keep the secrets. */
export interface SecretFields {
  readonly field: (purpose: AppTokenPurpose) => RefCallback<HTMLInputElement>;
  readonly read: () => DraftSecrets;
  readonly write: (purpose: AppTokenPurpose, secret: string) => void;
  readonly clear: () => void;
}

export function useSecretFields(): SecretFields {
  const inputs = useRef<Partial<Record<AppTokenPurpose, HTMLInputElement>>>({});
  const [fields] = useState(() => {
    const toField =
      (purpose: AppTokenPurpose): RefCallback<HTMLInputElement> =>
      (input) => {
        if (input) inputs.current[purpose] = input;
        else delete inputs.current[purpose];
      };
    return { editor: toField('editor'), player: toField('player') };
  });
  return {
    field: (purpose) => fields[purpose],
    read: () => ({ editor: inputs.current.editor?.value ?? '', player: inputs.current.player?.value ?? '' }),
    write(purpose, secret) {
      const input = inputs.current[purpose];
      if (input) input.value = secret;
    },
    clear() {
      for (const input of Object.values(inputs.current)) input.value = '';
    },
  };
}
