'use client';
import { appTokenParams, type AppTokenEffect, type AppTokenPurpose } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { CopyButton } from '../../parts/CopyButton.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface AppTokenParametersProps {
  purpose: AppTokenPurpose;
  effect: AppTokenEffect;
}

/** Exactly what `appToken.add` is to be given, to be copied field by field or as a whole. */
export function AppTokenParameters({ purpose, effect }: AppTokenParametersProps): ReactElement {
  const { m } = useSettings();
  const params = appTokenParams(purpose, effect);
  const words = { copied: m.copied, failed: m.copyFailed };
  const title = purpose === 'editor' ? m.editorTokenTitle : m.playerTokenTitle;
  return (
    <section className="sk-parameters">
      <h4>{title}</h4>
      <table>
        <caption className="sk-hidden">{m.parametersCaption(title)}</caption>
        <thead className="sk-hidden">
          <tr>
            <th scope="col">{m.parameterName}</th>
            <th scope="col">{m.parameterValue}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(params).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <code>{name === 'sessionType' ? 'USER (0)' : String(value)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="sk-actions">
        <CopyButton {...words} label={m.copy('sessionPrivileges')} text={params.sessionPrivileges} />
        <CopyButton {...words} label={m.copyJson} text={JSON.stringify({ appToken: params }, null, 2)} />
      </div>
    </section>
  );
}
