'use client';
import { createContext, useContext, useMemo, type Context } from 'react';
import type { UploaderMessages } from '../messages/uploader/UploaderMessages.ts';
import { uploaderFeature } from '../messages/uploader/uploaderFeature.ts';
import { useFeatureMessages } from '../messages/useFeatureMessages.ts';
import { useMessages } from '../messages/useMessages.ts';
import { createUploadFormats, type UploadFormats } from './uploadFormats.ts';

/** What everything about uploading says, and how it writes sizes and times. */
export interface UploaderWords {
  readonly t: UploaderMessages;
  readonly format: UploadFormats;
}

export const UploaderWordsContext: Context<UploaderWords | null> = createContext<UploaderWords | null>(null);

/** Made once, by what is loaded as a whole; its parts share them. */
export function useNewUploaderWords(): UploaderWords {
  const { format } = useMessages();
  const t = useFeatureMessages(uploaderFeature);
  return useMemo(() => ({ t, format: createUploadFormats(format.locale) }), [t, format.locale]);
}

export function useUploaderWords(): UploaderWords {
  const words = useContext(UploaderWordsContext);
  if (words === null) throw new TypeError('This part has to stand in an UploaderPanel or a TrayPanel');
  return words;
}
