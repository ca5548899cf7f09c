'use client';
import { useId, type ReactElement, type ReactNode } from 'react';

export interface Choice<TValue extends string> {
  value: TValue;
  title: string;
  text?: ReactNode;
  /** Small labels beside the title. */
  badges?: ReactNode;
}

export interface ChoiceCardsProps<TValue extends string> {
  legend: string;
  /** Null before anything was chosen. */
  value: TValue | null;
  choices: readonly Choice<TValue>[];
  onChange: (value: TValue) => void;
}

/** One of a few that need a word of explanation: radio buttons as cards, with the browser's own keyboard. */
export function ChoiceCards<TValue extends string>({
  legend,
  value,
  choices,
  onChange,
}: ChoiceCardsProps<TValue>): ReactElement {
  const name = useId();
  return (
    <fieldset className="sk-option-cards">
      <legend>{legend}</legend>
      <div className="sk-option-grid" data-layout={choices.length > 4 ? 'list' : 'grid'}>
        {choices.map((choice, index) => (
          <div key={choice.value} className="sk-option-card">
            <input
              type="radio"
              id={`${name}-${index}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.text === undefined ? undefined : `${name}-${index}-text`}
              onChange={() => onChange(choice.value)}
            />
            <label htmlFor={`${name}-${index}`} dir="auto">
              {choice.title}
            </label>
            {choice.text !== undefined && <p id={`${name}-${index}-text`}>{choice.text}</p>}
            {choice.badges !== undefined && <div className="sk-option-badges">{choice.badges}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
