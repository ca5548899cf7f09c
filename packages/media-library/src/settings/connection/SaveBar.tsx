'use client';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../../parts/Button.tsx';
import type { ConnectionForm } from '../hooks/useConnectionForm.ts';
import { ProblemNotice } from '../ProblemNotice.tsx';
import { useSettings } from '../SettingsContext.ts';
import { ConflictNotice } from './ConflictNotice.tsx';

export interface SaveBarProps {
  form: ConnectionForm;
  /** Beside the button. */
  children?: ReactNode;
}

/** Saves a form, and says what stands in the way. */
export function SaveBar({ form, children }: SaveBarProps): ReactElement {
  const { m } = useSettings();
  const { saving, conflict, faults } = form;
  const count = Object.keys(faults).length;
  return (
    <div className="sk-save">
      {conflict !== null ? (
        <ConflictNotice conflict={conflict} before={form.base} onKeepMine={form.saveOver} onTakeTheirs={form.discard} />
      ) : (
        count === 0 && <ProblemNotice problem={saving.problem} onRetry={() => void form.save()} />
      )}
      <div className="sk-actions">
        <Button type="submit" variant="primary" busy={saving.status === 'busy'}>
          {saving.status === 'busy' ? m.saving : m.save}
        </Button>
        {children}
        <span role="status" className="sk-muted">
          {count > 0 ? m.faultCount(count) : form.touched ? m.unsaved : ''}
        </span>
      </div>
    </div>
  );
}
