'use client';
import type { AppTokenPurpose } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { seesText } from '../connection/seesText.ts';
import { visibilityOf } from '../connection/visibilityOf.ts';
import { Field } from '../form/Field.tsx';
import { Notice } from '../form/Notice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { readAppTokenAnswer, type PastedAppToken, type PasteFault } from './readAppTokenAnswer.ts';

export interface PasteAnswerProps {
  purpose: AppTokenPurpose;
  /** Gets the App Token with its secret, once. */
  onToken: (token: PastedAppToken) => void;
}

/** What is remembered of a paste: nothing that was secret in it. */
type Outcome =
  | { readonly kind: 'taken'; readonly id: string; readonly sees: string | null }
  | { readonly kind: 'fault'; readonly fault: PasteFault; readonly kaltura: string | null };

/**
 * Takes Kaltura's answer of `appToken.add` and hands its parts on. A paste never gets into the page; what comes another
 * way (dictated, dropped, typed) is taken out of the field as soon as it can be read.
 */
export function PasteAnswer({ purpose, onToken }: PasteAnswerProps): ReactElement {
  const { m } = useSettings();
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const take = (text: string): boolean => {
    const reading = readAppTokenAnswer(text, purpose, Date.now() / 1000);
    if (reading.kind === 'fault') {
      setOutcome(reading);
      return false;
    }
    const { id, privileges } = reading.token;
    const granted = privileges.split(',').map((privilege) => privilege.trim());
    const visibility = visibilityOf({ granted_privileges: granted, can_list_all: null });
    setOutcome({ kind: 'taken', id, sees: purpose === 'editor' ? seesText(m, visibility) : null });
    onToken(reading.token);
    return true;
  };

  return (
    <div className="sk-paste">
      <Field label={m.pasteLabel} hint={m.pasteHint}>
        {(control) => (
          <textarea
            {...control}
            className="sk-input"
            rows={2}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            dir="ltr"
            onPaste={(event) => {
              event.preventDefault();
              take(event.clipboardData.getData('text'));
            }}
            onChange={({ currentTarget: field }) => {
              if (/[}>]\s*$/.test(field.value) && take(field.value)) field.value = '';
            }}
            onBlur={({ currentTarget: field }) => {
              if (field.value.trim() === '') return;
              take(field.value);
              field.value = '';
            }}
          />
        )}
      </Field>
      <div role="status">
        {outcome?.kind === 'taken' && (
          <Notice tone="success" title={m.pasteTaken(outcome.id)}>
            {outcome.sees !== null && <p>{m.pasteSees(outcome.sees)}</p>}
          </Notice>
        )}
        {outcome?.kind === 'fault' && (
          <Notice tone="danger" title={m.pasteFaults[outcome.fault].title}>
            <p>{m.pasteFaults[outcome.fault].text}</p>
            {outcome.kaltura !== null && (
              <p className="sk-reference">
                <bdi>{m.kalturaSaid(outcome.kaltura)}</bdi>
              </p>
            )}
          </Notice>
        )}
      </div>
    </div>
  );
}
