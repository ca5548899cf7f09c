'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { AppTokenParameters } from '../appToken/AppTokenParameters.tsx';
import { EffectChoice, effectTitle, toEffect, type EffectDraft } from '../appToken/EffectChoice.tsx';
import { LeaveEmpty } from '../appToken/LeaveEmpty.tsx';
import { ConnectionFields } from '../connection/ConnectionFields.tsx';
import { emptyDraft, emptyToken } from '../connection/ConnectionDraft.ts';
import { SaveBar } from '../connection/SaveBar.tsx';
import { Steps } from '../form/Steps.tsx';
import { useConnectionForm } from '../hooks/useConnectionForm.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useUnsaved } from '../hooks/useUnsaved.ts';
import { ConsoleLink } from '../appToken/ConsoleLink.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface SetupWayProps {
  effect: EffectDraft;
  onEffectChange: (effect: EffectDraft) => void;
  serviceUrl: string;
  onServiceUrlChange: (serviceUrl: string) => void;
  onConnected: (connection: ConnectionAnswer) => void;
  onDiscard: () => void;
}

/** As Kaltura documents it: an admin of the account creates the App Token, its answer is pasted here. */
export function ByHandSetup({
  effect,
  onEffectChange,
  serviceUrl,
  onServiceUrlChange,
  onConnected,
  onDiscard,
}: SetupWayProps): ReactElement {
  const { m } = useSettings();
  const [step, setStep] = useState(0);
  const [effectTries, setEffectTries] = useState(0);
  const form = useConnectionForm({
    start: emptyDraft(serviceUrl),
    stored: null,
    onSaved: onConnected,
    onDiscard: (theirs) => theirs && onDiscard(),
  });
  useUnsaved(form.touched);
  const effectForm = useFocusFault<HTMLDivElement>(effectTries);
  const fields = useFocusFault<HTMLFormElement>(form.faultyTries);

  // The address is asked for in one place and used in another, and outlives a look at the other way.
  const told = useRef(form.draft.serviceUrl);
  useEffect(() => {
    if (told.current !== form.draft.serviceUrl) onServiceUrlChange(form.draft.serviceUrl);
    told.current = form.draft.serviceUrl;
  });

  const chosen = toEffect(effect);
  const chooseEffect = (): void => {
    if (chosen === null) return setEffectTries(effectTries + 1);
    if ((form.draft.player !== null) !== effect.player) form.change({ player: effect.player ? emptyToken : null });
    setStep(1);
  };

  return (
    <Steps
      current={step}
      onReturn={setStep}
      steps={[
        {
          title: m.effectStep,
          summary: effectTitle(m, effect),
          content: (
            <div ref={effectForm} className="sk-stack">
              <EffectChoice effect={effect} faulty={effectTries > 0 && chosen === null} onChange={onEffectChange} />
              <div className="sk-actions">
                <Button variant="primary" onClick={chooseEffect}>
                  {m.continue}
                </Button>
              </div>
            </div>
          ),
        },
        {
          title: m.createStep,
          content: (
            <div className="sk-stack">
              <p>{m.createIntro}</p>
              <ConsoleLink serviceUrl={form.draft.serviceUrl} />
              {chosen !== null && <AppTokenParameters purpose="editor" effect={chosen} />}
              {chosen !== null && effect.player && <AppTokenParameters purpose="player" effect={chosen} />}
              <LeaveEmpty />
              <div className="sk-actions">
                <Button variant="primary" onClick={() => setStep(2)}>
                  {m.created}
                </Button>
              </div>
            </div>
          ),
        },
        {
          title: m.answerStep,
          content: (
            <form
              ref={fields}
              className="sk-stack"
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                void form.save();
              }}
            >
              <ConnectionFields form={form} stored={null} />
              <SaveBar form={form} />
            </form>
          ),
        },
      ]}
    />
  );
}
