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

type Way = 'guided' | 'byHand';

/** Connects a hub that is not connected: what is needed, which way to go, then step by step. */
export function SetupView({ onConnected, onDiscard }: SetupViewProps): ReactElement {
  const { m } = useSettings();
  const [way, setWay] = useState<Way>('guided');
  // A look at the other way loses nothing of this one.
  const [begun, setBegun] = useState<readonly Way[]>([way]);
  const [effect, setEffect] = useState(emptyEffect);
  const shared = { effect, onEffectChange: setEffect, onConnected, onDiscard };
  const choose = (chosen: Way): void => {
    setWay(chosen);
    if (!begun.includes(chosen)) setBegun([...begun, chosen]);
  };
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
        onChange={choose}
      />
      {begun.map((one) => (
        <div key={one} hidden={one !== way}>
          {one === 'guided' ? <GuidedSetup {...shared} /> : <ByHandSetup {...shared} />}
        </div>
      ))}
    </>
  );
}
