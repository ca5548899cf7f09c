'use client';
import type { ReactElement } from 'react';
import { EffectChoice } from '../appToken/EffectChoice.tsx';
import { effectTitle, toEffect } from '../appToken/EffectDraft.ts';
import { MappingFields } from '../connection/ExpertFields.tsx';
import { ConflictNotice } from '../connection/ConflictNotice.tsx';
import { ChoiceCards } from '../form/ChoiceCards.tsx';
import { Notice } from '../form/Notice.tsx';
import { Steps } from '../form/Steps.tsx';
import { Button } from '../../parts/Button.tsx';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useGuidedSetup, type GuidedSetupState } from '../hooks/useGuidedSetup.ts';
import { useUnsaved } from '../hooks/useUnsaved.ts';
import { useSettings } from '../SettingsContext.ts';
import type { SetupWayProps } from './ByHandSetup.tsx';
import { ProfileChoice } from './ProfileChoice.tsx';
import { SignInForm } from './SignInForm.tsx';

/** Signs in to Kaltura once; the rest is chosen, and done by the exchange. */
export function GuidedSetup({ effect, onEffectChange, onConnected, onDiscard }: SetupWayProps): ReactElement {
  const { m } = useSettings();
  const guided = useGuidedSetup({ effect, onConnected, onDiscard });
  const { step, accounts, account, profiles } = guided;
  // What is under way, or has failed, is that of the step that is open.
  const actingIn = (at: number): GuidedSetupState['acting'] =>
    at === step ? guided.acting : { status: 'idle', problem: null };
  useUnsaved(step > 0);
  const effectForm = useFocusFault<HTMLDivElement>(guided.effectTries);
  const mappingForm = useFocusFault<HTMLDivElement>(guided.mappingTries);

  return (
    <Steps
      current={step}
      onReturn={guided.connecting ? null : guided.goTo}
      steps={[
        {
          title: m.signInStep,
          summary: guided.loginId === '' ? null : <bdi>{guided.loginId}</bdi>,
          content: (
            <>
              {guided.expired && (
                <Notice tone="warning" announce title={guided.expiredMessage?.title ?? ''}>
                  <p>{guided.expiredMessage?.text}</p>
                </Notice>
              )}
              <SignInForm
                loginId={guided.loginId}
                onLoginIdChange={guided.setLoginId}
                onSignIn={guided.signIn}
                acting={actingIn(0)}
              />
            </>
          ),
        },
        {
          title: m.accountStep,
          summary: account && <bdi>{`${account.name} (${account.partner_id})`}</bdi>,
          content: (
            <div className="sk-stack">
              <ChoiceCards
                legend={m.accountLegend}
                find={{ label: m.findChoice, none: m.accountNotFound }}
                value={guided.accountId}
                choices={accounts.map(({ partner_id: id, name }) => ({
                  value: String(id),
                  title: name,
                  text: m.accountNumber(id),
                }))}
                onChange={guided.setAccountId}
              />
              <ProblemNotice problem={actingIn(1).problem} onRetry={guided.retry} />
              <div className="sk-actions">
                <Button
                  variant="primary"
                  busy={actingIn(1).status === 'busy'}
                  onClick={() => void guided.chooseAccount()}
                >
                  {actingIn(1).status === 'busy' ? m.openingAccount : m.continue}
                </Button>
              </div>
            </div>
          ),
        },
        {
          title: m.effectStep,
          summary: effectTitle(m, effect),
          content: (
            <div ref={effectForm} className="sk-stack">
              <EffectChoice
                effect={effect}
                faulty={guided.effectTries > 0 && toEffect(effect) === null}
                onChange={onEffectChange}
              />
              <div className="sk-actions">
                <Button variant="primary" onClick={guided.chooseEffect}>
                  {m.continue}
                </Button>
              </div>
            </div>
          ),
        },
        {
          title: m.profileStep,
          content: (
            <div ref={mappingForm} className="sk-stack">
              <ProfileChoice profiles={profiles} value={guided.profileId} onChange={guided.setProfileId} />
              <details className="sk-expert">
                <summary>{m.mappingSummary}</summary>
                <div className="sk-expert-fields">
                  <MappingFields
                    draft={guided.mapping}
                    fault={guided.mappingTries > 0 && guided.mappingFaulty ? m.fieldFaults.claim : undefined}
                    onChange={guided.changeMapping}
                  />
                </div>
              </details>
              {guided.conflict ? (
                <ConflictNotice
                  conflict={guided.conflict}
                  before={null}
                  onKeepMine={guided.connectOver}
                  onTakeTheirs={guided.discard}
                />
              ) : (
                <ProblemNotice problem={actingIn(3).problem} onRetry={guided.retry} />
              )}
              <p className="sk-hint">{m.connectText}</p>
              <div className="sk-actions">
                <Button variant="primary" busy={guided.connecting} onClick={() => void guided.connect()}>
                  {guided.connecting ? m.connecting : m.connect}
                </Button>
                {guided.minutesLeft !== null && <span className="sk-muted">{m.timeLeft(guided.minutesLeft)}</span>}
              </div>
            </div>
          ),
        },
      ]}
    />
  );
}
