'use client';
import { useState, type ReactElement } from 'react';
import { SelectInput } from '../form/SelectInput.tsx';
import { TextField } from '../form/TextField.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface ServiceFieldProps {
  url: string;
  fault: string | undefined;
  onChange: (url: string) => void;
}

/** Which Kaltura: one of the known services, or another address. What the operator does not allow cannot be chosen. */
export function ServiceField({ url, fault, onChange }: ServiceFieldProps): ReactElement {
  const { m, services, isAllowed } = useSettings();
  const [custom, setCustom] = useState(() => !services.some((service) => service.url === url));
  const options = services.map((service) => {
    const allowed = isAllowed(service.url);
    return {
      value: service.url,
      label: allowed ? service.name : m.serviceNotAllowed(service.name),
      disabled: !allowed,
    };
  });
  return (
    <>
      <SelectInput
        label={m.serviceUrl}
        hint={m.serviceUrlHint}
        fault={custom ? null : fault}
        value={custom ? 'custom' : url}
        options={[
          // What can be chosen comes first.
          ...options.toSorted((one, other) => Number(one.disabled) - Number(other.disabled)),
          { value: 'custom', label: m.customService },
        ]}
        onChange={(value) => {
          setCustom(value === 'custom');
          onChange(value === 'custom' ? '' : value);
        }}
      />
      {custom && (
        <TextField
          label={m.customServiceUrl}
          fault={fault}
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={256}
          value={url}
          onChange={onChange}
        />
      )}
    </>
  );
}
