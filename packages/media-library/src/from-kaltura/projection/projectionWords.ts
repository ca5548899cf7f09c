import { KalturaApiError, KalturaForbiddenError, WriteLostError, type StereoMode } from '@spaces-kaltura/client';
import type { EntryProjection } from '@spaces-kaltura/client/spherical';
import type { ProjectionMessages } from '../../messages/projection/ProjectionMessages.ts';
import type { ProjectionChange } from './useProjectionChange.ts';

/** What became of a change, and whether trying again can help. */
export interface Outcome {
  readonly text: string;
  readonly retriable: boolean;
}

/** What became of a change, where that is particular to changing; null for a failure that any call may meet. */
export function outcomeWords(
  change: ProjectionChange,
  name: string,
  userId: string | null,
  s: ProjectionMessages,
): Outcome | null {
  const { status, error, before } = change;
  const said = (text: string, retriable = false): Outcome => ({ text, retriable });
  if (status === 'saving') return said(s.saving(name));
  if (status === 'saved') return said(savedWords(change, name, s));
  if (error instanceof WriteLostError) return said(s.notKept(name), true);
  if (error instanceof KalturaForbiddenError) {
    const own = userId === null || before.userId === '' || before.userId.toLowerCase() === userId.toLowerCase();
    return said(own ? s.noRight(name) : s.notYours(name, before.userId));
  }
  if (error instanceof KalturaApiError && error.code === 'ENTRY_ID_NOT_FOUND') return said(s.gone(name));
  return null;
}

function savedWords({ undoing, wanted }: ProjectionChange, name: string, s: ProjectionMessages): string {
  if (undoing) return s.undone(name);
  if (wanted.projection === 'flat') return s.savedFlat(name);
  return { mono: s.savedMono, 'top-bottom': s.savedTopBottom, 'left-right': s.savedLeftRight }[wanted.stereoMode](name);
}

/** The four ways in which an entry can be shown. */
export type Shape = 'flat' | StereoMode;

export const shapeOf = ({ projection, stereoMode }: EntryProjection): Shape =>
  projection === 'flat' ? 'flat' : stereoMode;

export const toProjection = (shape: Shape): EntryProjection =>
  shape === 'flat' ? { projection: 'flat', stereoMode: 'mono' } : { projection: 'equirectangular', stereoMode: shape };
