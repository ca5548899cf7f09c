'use client';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { TextField } from './TextField.tsx';

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
  /** For choices that can become many: the label of a field that finds some of them, and what is said when it finds none. */
  find?: { label: string; none: string } | undefined;
  onChange: (value: TValue) => void;
}

/** One of a few that need a word of explanation: radio buttons as cards, with the browser's own keyboard. */
export function ChoiceCards<TValue extends string>({
  legend,
  value,
  choices,
  find,
  onChange,
}: ChoiceCardsProps<TValue>): ReactElement {
  const name = useId();
  const [sought, setSought] = useState('');
  const found = choices.filter((choice) => plain(`${choice.title} ${choice.value}`).includes(plain(sought).trim()));
  // What is chosen stays in sight.
  const shown = choices.filter((choice) => choice.value === value || found.includes(choice));
  return (
    <fieldset className="sk-option-cards">
      <legend>{legend}</legend>
      {find && choices.length > handful && (
        <>
          <TextField label={find.label} dir="auto" value={sought} onChange={setSought} />
          <p role="status" className={found.length === 0 ? 'sk-hint' : 'sk-hidden'}>
            {found.length === 0 && find.none}
          </p>
        </>
      )}
      <div className="sk-option-grid" data-layout={choices.length > 4 ? 'list' : 'grid'}>
        {shown.map((choice) => (
          <div key={choice.value} className="sk-option-card">
            <input
              type="radio"
              id={`${name}-${choice.value}`}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={choice.text === undefined ? undefined : `${name}-${choice.value}-text`}
              onChange={() => onChange(choice.value)}
            />
            <label htmlFor={`${name}-${choice.value}`} dir="auto">
              {choice.title}
            </label>
            {choice.text !== undefined && <p id={`${name}-${choice.value}-text`}>{choice.text}</p>}
            {choice.badges !== undefined && <div className="sk-option-badges">{choice.badges}</div>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** As many as one takes in at a glance. */
const handful = 12;

/** Capitals and accents aside. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
