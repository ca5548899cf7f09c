'use client';
import { useEffect, useId, useRef, useState } from 'react';
import { useSettings } from '../SettingsContext.ts';

/** Tells the panel that this form has something that is not saved. */
export function useUnsaved(unsaved: boolean): void {
  const { setUnsaved } = useSettings();
  const form = useId();
  useEffect(() => {
    setUnsaved(form, unsaved);
    return () => setUnsaved(form, false);
  }, [setUnsaved, form, unsaved]);
}

/**
 * Asks before the page is left while a form has something that is not saved, and tells the host, which may ask before
 * it goes elsewhere within its page.
 */
export function useLeaveGuard(onUnsavedChange?: (unsaved: boolean) => void): (form: string, unsaved: boolean) => void {
  const [forms, setForms] = useState<ReadonlySet<string>>(new Set());
  const unsaved = forms.size > 0;

  const told = useRef({ unsaved: false, onUnsavedChange });
  useEffect(() => {
    told.current.onUnsavedChange = onUnsavedChange;
  });
  useEffect(() => {
    if (told.current.unsaved !== unsaved) told.current.onUnsavedChange?.(unsaved);
    told.current.unsaved = unsaved;
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsaved]);
  useEffect(() => {
    const { current } = told;
    return () => {
      if (current.unsaved) current.onUnsavedChange?.(false);
      current.unsaved = false;
    };
  }, []);

  const [set] = useState(() => (form: string, isUnsaved: boolean): void => {
    setForms((now) => {
      if (now.has(form) === isUnsaved) return now;
      const next = new Set(now);
      if (isUnsaved) next.add(form);
      else next.delete(form);
      return next;
    });
  });
  return set;
}
