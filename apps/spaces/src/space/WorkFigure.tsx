import type { CSSProperties, ReactNode } from 'react';

export interface WorkFigureProps {
  id: string;
  isNew: boolean;
  addedBy: string;
  onTakeDown: (title: string) => void;
}

/** A frame on the wall with its placard: what it is, who hung it, and how to take it down. */
export function WorkFigure({
  id,
  isNew,
  addedBy,
  onTakeDown,
  kind,
  title,
  what,
  note,
  ratio,
  children,
}: WorkFigureProps & {
  kind: 'video' | 'image' | 'audio' | 'panorama' | 'poster' | 'broken';
  title: string;
  what: string;
  note?: string | undefined;
  /** Width by height of what hangs in the frame. */
  ratio?: number | undefined;
  children: ReactNode;
}) {
  return (
    <li
      className="work"
      data-work={id}
      data-kind={kind}
      data-new={isNew || undefined}
      tabIndex={-1}
      aria-label={title}
      style={ratio === undefined ? undefined : ({ '--ratio': ratio } as CSSProperties)}
    >
      <figure>
        <div className="frame">{children}</div>
        <figcaption className="placard">
          <div className="placard__words">
            <h2 dir="auto" title={title}>
              {title}
            </h2>
            <p>
              {what} · by {addedBy}
            </p>
            {note !== undefined && <p className="placard__note">{note}</p>}
          </div>
          <button
            type="button"
            className="placard__remove"
            aria-label={`Take down “${title}”`}
            title="Take down"
            onClick={() => onTakeDown(title)}
          >
            <span aria-hidden="true">✕</span>
          </button>
        </figcaption>
      </figure>
    </li>
  );
}
