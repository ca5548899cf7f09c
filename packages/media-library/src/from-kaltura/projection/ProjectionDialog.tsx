'use client';
import type { KalturaMediaEntry } from '@spaces-kaltura/client';
import { canNote, projectionOf, type EntryProjection } from '@spaces-kaltura/client/spherical';
import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { projectionFeature } from '../../messages/projection/projectionFeature.ts';
import { useFeatureMessages } from '../../messages/useFeatureMessages.ts';
import { useMessages } from '../../messages/useMessages.ts';
import { Button } from '../../parts/Button.tsx';
import { entryName } from '../../parts/entryWords.ts';
import { adoptProjectionStyles } from './projectionStyles.ts';
import { shapeOf, toProjection, type Shape } from './projectionWords.ts';
import { ShapePicture } from './ShapePicture.tsx';

adoptProjectionStyles();

export interface ProjectionDialogProps {
  entry: KalturaMediaEntry;
  onSave: (wanted: EntryProjection) => void;
  /** After it was closed, however that was. */
  onClose: () => void;
}

/** Asks how an entry is to be shown. The browser's own dialog and radio buttons: their keys, their focus. */
export function ProjectionDialog({ entry, onSave, onClose }: ProjectionDialogProps): ReactNode {
  const { t } = useMessages();
  const s = useFeatureMessages(projectionFeature);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const before = shapeOf(projectionOf(entry));
  const [shape, setShape] = useState<Shape>(before);
  // StrictMode runs this twice.
  useLayoutEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  // The browser gives the focus back to where it was, so the dialog is closed before it goes.
  const close = (): void => dialog.current?.close();

  const keepsLayout = canNote(entry);
  const choices: readonly { shape: Shape; label: string; text: string }[] = [
    { shape: 'flat', label: s.flat, text: s.flatText },
    { shape: 'mono', label: s.mono, text: s.monoText },
    { shape: 'top-bottom', label: s.topBottom, text: s.topBottomText },
    { shape: 'left-right', label: s.leftRight, text: s.leftRightText },
  ];
  return (
    <dialog
      ref={dialog}
      className="sk-dialog"
      aria-labelledby={`${id}title`}
      // In React these bubble: a host whose own dialog we stand in would take them for its own.
      onCancel={(event) => event.stopPropagation()}
      onClose={(event) => {
        event.stopPropagation();
        onClose();
      }}
    >
      <form
        className="sk-dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (shape !== before) onSave(toProjection(shape));
          close();
        }}
      >
        <h2 id={`${id}title`}>{s.title}</h2>
        <p className="sk-dialog-subject">
          <bdi>{entryName(entry, t)}</bdi>
        </p>
        <fieldset className="sk-choices" aria-describedby={keepsLayout ? undefined : `${id}layout`}>
          <legend>{s.choiceLabel}</legend>
          {choices.map((choice) => (
            <label key={choice.shape} className="sk-choice">
              <input
                type="radio"
                name={`${id}shape`}
                value={choice.shape}
                checked={choice.shape === shape}
                disabled={!keepsLayout && (choice.shape === 'top-bottom' || choice.shape === 'left-right')}
                onChange={() => setShape(choice.shape)}
              />
              <ShapePicture shape={choice.shape} />
              <span>
                <strong>{choice.label}</strong>
                <span>{choice.text}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {!keepsLayout && <p id={`${id}layout`}>{s.layoutNotKept}</p>}
        <p>{s.effect}</p>
        <div className="sk-dialog-actions">
          <Button onClick={close}>{s.cancel}</Button>
          <Button variant="primary" type="submit">
            {s.save}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
