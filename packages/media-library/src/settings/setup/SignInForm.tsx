'use client';
import type { GuidedSignInInput } from '@spaces-kaltura/client/exchange';
import { useRef, useState, type ReactElement } from 'react';
import { Button } from '../../parts/Button.tsx';
import { SegmentedControl } from '../../parts/SegmentedControl.tsx';
import { ServiceField } from '../connection/ServiceField.tsx';
import { SecretField } from '../form/SecretField.tsx';
import { TextField } from '../form/TextField.tsx';
import type { AdminAction } from '../hooks/useAdminAction.ts';
import { useFocusFault } from '../hooks/useFocusFault.ts';
import { useServiceFault } from '../hooks/useServiceFault.ts';
import { trimServiceUrl } from '../KalturaService.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface SignInFormProps {
  loginId: string;
  onLoginIdChange: (loginId: string) => void;
  /** Gets the credentials, once: by then they are in no field any more. */
  onSignIn: (input: GuidedSignInInput) => void;
  acting: Pick<AdminAction, 'status' | 'problem'>;
}

type Faults = Partial<Record<'serviceUrl' | 'loginId' | 'password' | 'otp' | 'ks' | 'partnerId', string>>;

/** An account admin's sign-in to Kaltura, with password or with a KS. */
export function SignInForm({ loginId, onLoginIdChange, onSignIn, acting }: SignInFormProps): ReactElement {
  const { m, services, isAllowed } = useSettings();
  const serviceFault = useServiceFault();
  const [serviceUrl, setServiceUrl] = useState(services.find(({ url }) => isAllowed(url))?.url ?? '');
  const [how, setHow] = useState<'password' | 'ks'>('password');
  const [partnerId, setPartnerId] = useState('');
  const [faults, setFaults] = useState<Faults>({});
  const [tries, setTries] = useState(0);
  const password = useRef<HTMLInputElement>(null);
  const otp = useRef<HTMLInputElement>(null);
  const ks = useRef<HTMLInputElement>(null);
  const form = useFocusFault<HTMLFormElement>(tries);
  const busy = acting.status === 'busy';
  const refused = acting.problem?.code;
  const otpRefused = refused === 'kaltura_otp_required' || refused === 'kaltura_otp_refused';

  const signIn = (): void => {
    if (busy) return;
    const given = how === 'password' ? (password.current?.value ?? '') : (ks.current?.value.trim() ?? '');
    const code = otp.current?.value.replaceAll(/\s/g, '') ?? '';
    const found = check(given, code);
    setFaults(found);
    if (Object.keys(found).length > 0) return setTries(tries + 1);
    const url = trimServiceUrl(serviceUrl);
    const account = partnerId.trim();
    // From here on the credentials are in the request only.
    for (const field of [password, otp, ks]) if (field.current) field.current.value = '';
    onSignIn(
      how === 'ks'
        ? { service_url: url, ks: given }
        : {
            service_url: url,
            login_id: loginId.trim(),
            password: given,
            ...(code !== '' && { otp: code }),
            ...(account !== '' && { partner_id: Number(account) }),
          },
    );
  };

  function check(given: string, code: string): Faults {
    const wrong = serviceFault(serviceUrl);
    const service = wrong === undefined ? {} : { serviceUrl: wrong };
    if (how === 'ks') return { ...service, ...(/^[\x21-\x7e]{8,4096}$/.test(given) ? {} : { ks: m.signInFaults.ks }) };
    return {
      ...service,
      ...(/^\S+@\S+$/.test(loginId.trim()) ? {} : { loginId: m.signInFaults.loginId }),
      ...(given === '' ? { password: m.signInFaults.password } : {}),
      ...(/^[A-Za-z0-9]{0,16}$/.test(code) ? {} : { otp: m.signInFaults.otp }),
      ...(/^\d{0,15}$/.test(partnerId.trim()) ? {} : { partnerId: m.signInFaults.partnerId }),
    };
  }

  return (
    <form
      ref={form}
      className="sk-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        signIn();
      }}
    >
      <p>{m.signInIntro}</p>
      <ServiceField
        url={serviceUrl}
        fault={faults.serviceUrl ?? (refused === 'service_url_not_allowed' ? m.serviceRefused : undefined)}
        onChange={setServiceUrl}
      />
      <SegmentedControl
        label={m.signInHow}
        value={how}
        segments={[
          { value: 'password', label: m.signInWithPassword },
          { value: 'ks', label: m.signInWithKs },
        ]}
        onChange={setHow}
      />
      {how === 'password' ? (
        <>
          <TextField
            label={m.loginId}
            type="email"
            inputMode="email"
            fault={faults.loginId}
            value={loginId}
            maxLength={320}
            onChange={onLoginIdChange}
          />
          <div className="sk-columns">
            <SecretField
              label={m.password}
              hint={m.passwordHint}
              fault={faults.password}
              ref={password}
              maxLength={256}
            />
            <SecretField
              label={`${m.otp} (${m.optional})`}
              hint={m.otpHint}
              fault={faults.otp ?? (otpRefused ? m.signInFaults.otp : null)}
              ref={otp}
              shown
              inputMode="numeric"
              maxLength={20}
            />
          </div>
          <TextField
            label={`${m.signInPartnerId} (${m.optional})`}
            hint={m.signInPartnerIdHint}
            fault={faults.partnerId}
            value={partnerId}
            inputMode="numeric"
            maxLength={15}
            onChange={setPartnerId}
          />
        </>
      ) : (
        <SecretField label={m.adminKs} hint={m.adminKsHint} fault={faults.ks} ref={ks} maxLength={4096} />
      )}
      {Object.keys(faults).length === 0 && <ProblemNotice problem={acting.problem} kept={false} onRetry={signIn} />}
      <div className="sk-actions">
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? m.signingIn : m.signIn}
        </Button>
      </div>
    </form>
  );
}
