'use client';
import type { GuidedConversionProfile } from '@spaces-kaltura/client/exchange';
import type { ReactElement } from 'react';
import { Badge } from '../../parts/Badge.tsx';
import { ChoiceCards } from '../form/ChoiceCards.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface ProfileChoiceProps {
  profiles: readonly GuidedConversionProfile[];
  /** Null: whatever the account uses by default. */
  value: number | null;
  onChange: (profile: number | null) => void;
}

/** 360° stays sharp from this height on. */
const sharpHeight = 2160;

/** How uploads are converted: which profiles stream, and which keep 360° sharp. */
export function ProfileChoice({ profiles, value, onChange }: ProfileChoiceProps): ReactElement {
  const { m } = useSettings();
  return (
    <>
      <p className="sk-hint">{m.profileHint}</p>
      <ChoiceCards
        legend={m.profileLegend}
        find={{ label: m.findChoice, none: m.profileNotFound }}
        value={value === null ? 'default' : String(value)}
        choices={[
          ...profiles.map((profile) => ({
            value: String(profile.id),
            title: profile.name,
            text: heightText(profile),
            badges: (
              <>
                <Badge tone={profile.dash ? 'success' : 'warning'} icon={profile.dash ? 'check' : 'warning'}>
                  {profile.dash ? m.profileDash : m.profileNoDash}
                </Badge>
                {profile.is_default && <Badge>{m.profileDefault}</Badge>}
              </>
            ),
          })),
          { value: 'default', title: m.profileNone, text: m.profileNoneText },
        ]}
        onChange={(chosen) => onChange(chosen === 'default' ? null : Number(chosen))}
      />
    </>
  );

  function heightText({ max_height: height }: GuidedConversionProfile): string | undefined {
    if (height === null) return undefined;
    return height >= sharpHeight ? m.profileSharp(height) : m.profileNotSharp(height);
  }
}
