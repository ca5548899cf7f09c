'use client';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useSettings } from '../SettingsContext.ts';

export interface Step {
  title: string;
  /** What was decided, in a line, once the step is done. */
  summary?: ReactNode;
  content: ReactNode;
}

export interface StepsProps {
  steps: readonly Step[];
  /** Index of the step that is open. */
  current: number;
  /** Back to a step that was done; null: not now. */
  onReturn: ((step: number) => void) | null;
}

/**
 * Steps one after the other, all in sight, one open. The focus goes with the open step. What was entered in a closed one
 * stays in its fields.
 */
export function Steps({ steps, current, onReturn }: StepsProps): ReactElement {
  const { m } = useSettings();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(current);
  useEffect(() => {
    if (shown.current === current) return;
    shown.current = current;
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  return (
    <ol className="sk-steps">
      {steps.map(({ title, summary, content }, index) => {
        const status = index < current ? 'done' : index === current ? 'current' : 'upcoming';
        return (
          <li key={title} data-status={status} aria-current={status === 'current' ? 'step' : undefined}>
            <span className="sk-step-mark" aria-hidden="true">
              {status === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            <div className="sk-step-head">
              <h3 ref={status === 'current' ? heading : undefined} tabIndex={-1}>
                <span className="sk-hidden">
                  {m.stepOf(index + 1, steps.length)}
                  {status === 'done' && `, ${m.stepDone}`}
                  {': '}
                </span>
                {title}
              </h3>
              {status === 'done' && onReturn !== null && (
                <Button variant="quiet" aria-label={m.changeStep(title)} onClick={() => onReturn(index)}>
                  {m.change}
                </Button>
              )}
            </div>
            {status === 'done' && summary !== undefined && <p className="sk-step-summary">{summary}</p>}
            <div className="sk-step-content" hidden={status !== 'current'}>
              {content}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
