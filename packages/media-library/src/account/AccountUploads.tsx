'use client';
import type { ReactElement } from 'react';
import { accountFeature } from '../messages/account/accountFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { TrayView } from '../uploads/TrayView.tsx';
import { useSharedUploads } from '../uploads/useSharedUploads.ts';

/** What the person uploads into this hub, here or elsewhere in the page. */
export function AccountUploads(): ReactElement {
  const m = useFeatureMessages(accountFeature);
  const { items } = useSharedUploads({ open: false });
  return (
    <div className="sk-account-uploads" data-status={items.length > 0 ? 'some' : 'none'}>
      <h3>{m.uploadsTitle}</h3>
      <TrayView initiallyOpen />
    </div>
  );
}
