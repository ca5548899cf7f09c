'use client';
import { isSettled, keepsUploadRecords, type UploadItem } from '@spaces-kaltura/client/upload';
import { useEffect, useState, type ReactElement } from 'react';
import { useUploaderWords } from './useUploaderWords.ts';

/** Where the browser keeps nothing, people are told before a reload costs them what has arrived. */
export function ForgetfulNote({ items }: { items: readonly UploadItem[] }): ReactElement | null {
  const { t } = useUploaderWords();
  const [forgetful, setForgetful] = useState(false);
  useEffect(() => {
    let current = true;
    void keepsUploadRecords().then((keeps) => current && setForgetful(!keeps));
    return () => {
      current = false;
    };
  }, []);
  const unfinished = items.some((item) => !isSettled(item) && item.status !== 'converting');
  return forgetful && unfinished ? <p className="sk-uploads-note">{t.forgetful}</p> : null;
}
