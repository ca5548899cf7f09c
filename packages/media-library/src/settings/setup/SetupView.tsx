'use client';
import type { ConnectionAnswer } from '@spaces-kaltura/client/exchange';
import { useState, type ReactElement } from 'react';
import { emptyEffect } from '../appToken/EffectDraft.ts';
import { ChoiceCards } from '../form/ChoiceCards.tsx';
import { useSettings } from '../SettingsContext.ts';
import { ByHandSetup } from './ByHandSetup.tsx';
import { GuidedSetup } from './GuidedSetup.tsx';
import { Needs } from './Needs.tsx';

export interface SetupViewProps {
  onConnected: (connection: ConnectionAnswer) => void;
  /** Somebody else connected the hub meanwhile, and that stays. */
  onDiscard: () => void;
}

/** Connects a hub that is not connected: what is needed, which way to go, then step by step. */
export function SetupView({ onConnected, onDiscard }: SetupViewProps): ReactElement {
  const { m, services } = useSettings();
  const [way, setWay] = useState<'guided' | 'byHand'>('guided');
  const [effect, setEffect] = useState(emptyEffect);
  const [serviceUrl, setServiceUrl] = useState(services[0]?.url ?? '');
  const shared = { effect, onEffectChange: setEffect, serviceUrl, onServiceUrlChange: setServiceUrl };
  return (
    <>
      <Needs />
      <ChoiceCards
        legend={m.wayLegend}
        value={way}
        choices={[
          { value: 'guided', title: m.wayGuided, text: m.wayGuidedText },
          { value: 'byHand', title: m.wayByHand, text: m.wayByHandText },
        ]}
        onChange={setWay}
      />
      {way === 'guided' ? (
        <GuidedSetup {...shared} onConnected={onConnected} onDiscard={onDiscard} />
      ) : (
        <ByHandSetup {...shared} onConnected={onConnected} onDiscard={onDiscard} />
      )}
    </>
  );
}
