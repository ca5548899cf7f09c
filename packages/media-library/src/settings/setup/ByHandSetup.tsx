'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { AppTokenParameters } from '../appToken/AppTokenParameters.tsx';
import { EffectChoice } from '../appToken/EffectChoice.tsx';
import { effectTitle, toEffect, type EffectDraft } from '../appToken/EffectDraft.ts';
import { LeaveEmpty } from '../appToken/LeaveEmpty.tsx';
import { ConnectionFields } from '../connection/ConnectionFields.tsx';
import { emptyDraft, emptyToken } from '../connection/ConnectionDraft.ts';
import { SaveBar } from '../connection/SaveBar.tsx';
import { ServiceField } from '../connection/ServiceField.tsx';
import { Steps } from '../form/Steps.tsx';
import { useConnectionForm } from '../hooks/useConnectionForm.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useServiceFault } from '../hooks/useServiceFault.ts';
import { useUnsaved } from '../hooks/useUnsaved.ts';
import { ConsoleLink } from '../appToken/ConsoleLink.tsx';
import { serviceName } from '../KalturaService.ts';
import { useSettings } from '../SettingsContext.ts';

export interface SetupWayProps {
  effect: EffectDraft;
  onEffectChange: (effect: EffectDraft) => void;
  onConnected: (connection: ConnectionAnswer) => void;
  onDiscard: () => void;
}

/** As Kaltura documents it: an admin of the account creates the App Token, its answer is pasted here. */
export function ByHandSetup({ effect, onEffectChange, onConnected, onDiscard }: SetupWayProps): ReactElement {
  const { m, services, isAllowed } = useSettings();
  const serviceFault = useServiceFault();
  const [step, setStep] = useState(0);
  const [effectTries, setEffectTries] = useState(0);
  const [serviceTries, setServiceTries] = useState(0);
  const form = useConnectionForm({
    start: emptyDraft(services.find(({ url }) => isAllowed(url))?.url),
    stored: null,
    onSaved: onConnected,
    onRefused({ serviceUrl: addressFault }) {
      // It is asked for before the console is opened, so that is where to correct it.
      if (addressFault === undefined) return;
      setStep(1);
      setServiceTries((tries) => tries + 1);
    },
    onDiscard: (theirs) => theirs && onDiscard(),
  });
  useUnsaved(form.touched);
  const effectForm = useFocusFault<HTMLDivElement>(effectTries);
  const fields = useFocusFault<HTMLFormElement>(form.faultyTries);

  const service = useFocusFault<HTMLDivElement>(serviceTries);

  const { serviceUrl } = form.draft;
  const chosen = toEffect(effect);
  const chooseEffect = (): void => {
    if (chosen === null) return setEffectTries(effectTries + 1);
    if ((form.draft.player !== null) !== effect.player) form.change({ player: effect.player ? emptyToken : null });
    setStep(1);
  };

  // An App Token of a service that cannot be used would be made in vain.
  const toAnswer = (): void => {
    if (serviceFault(serviceUrl) !== undefined) return setServiceTries(serviceTries + 1);
    setStep(2);
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
          summary: <bdi>{serviceName(services, serviceUrl)}</bdi>,
          content: (
            <div ref={service} className="sk-stack">
              <p>{m.createIntro}</p>
              <ServiceField
                url={serviceUrl}
                fault={form.faults.serviceUrl ?? (serviceTries > 0 ? serviceFault(serviceUrl) : undefined)}
                onChange={(address) => form.change({ serviceUrl: address })}
              />
              <ConsoleLink serviceUrl={serviceUrl} />
              {chosen !== null && <AppTokenParameters purpose="editor" effect={chosen} />}
              {chosen !== null && effect.player && <AppTokenParameters purpose="player" effect={chosen} />}
              <LeaveEmpty />
              <div className="sk-actions">
                <Button variant="primary" onClick={toAnswer}>
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
