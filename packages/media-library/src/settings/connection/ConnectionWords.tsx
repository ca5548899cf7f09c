'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import type { ReactElement, ReactNode } from 'react';
import { useSettings } from '../SettingsContext.ts';
import { seesText } from './seesText.ts';
import { readUserIdMapping } from './userIdMapping.ts';
import { visibilityOf } from './visibilityOf.ts';

/** What a connection does, in words: what Kaltura answered, not what was asked for. */
export function ConnectionWords({ connection }: { connection: ConnectionAnswer }): ReactElement {
  const { m, format } = useSettings();
  const { tokens } = connection;
  const now = Date.parse(connection.server_time);
  const visibility = visibilityOf(connection);
  const ends = tokens.editor.expires_at;
  const facts: [label: string, text: ReactNode][] = [
    [m.seesLabel, <bdi key="sees">{seesText(m, visibility)}</bdi>],
    [m.asLabel, asText()],
    [
      m.untilLabel,
      ends === null ? m.untilNever : (Date.parse(ends) <= now ? m.untilPast : m.untilDate)(format.moment(ends)),
    ],
    [m.uploadLabel, uploadText()],
    [m.playLabel, tokens.player ? m.playYes : m.playNo],
    [m.tokenLabel, <bdi key="token">{tokenText()}</bdi>],
    [m.checkedLabel, connection.checked_at === null ? m.checkedNever : format.relative(connection.checked_at, now)],
  ];
  return (
    <section className="sk-words">
      <h3>{m.doesTitle}</h3>
      <dl>
        {facts.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {(visibility.kind === 'own' || visibility.kind === 'ownEntitlement') && (
        <p className="sk-hint">{m.ownIsListing}</p>
      )}
    </section>
  );

  function asText(): string {
    const { mapping, claim } = readUserIdMapping(connection.user_id_mapping);
    if (mapping === 'claim') return m.asClaim(claim);
    return mapping === 'local_part' ? m.asLocalPart : m.asEmail;
  }

  function uploadText(): string {
    const { can_upload: can, conversion_profile_id: profile, conversion_profile_dash: dash } = connection;
    if (can === null) return m.uploadUnknown;
    if (!can) return m.uploadNo;
    if (profile === null) return m.uploadDefaultProfile;
    return (dash === null ? m.uploadProfile : dash ? m.uploadProfileDash : m.uploadProfileNoDash)(profile);
  }

  function tokenText(): string {
    const { id, hash_type: hashType, fingerprint } = tokens.editor;
    return m.tokenLine(id, hashType, fingerprint ?? '–');
  }
}
