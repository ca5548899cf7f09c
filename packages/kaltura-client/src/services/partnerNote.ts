import type { KalturaMediaEntry } from './KalturaMediaEntry.ts';
import type { StereoMode } from './spherical.ts';

/** What we note in an entry's `partnerData`: what an upload from here is recognised by, and the layout of the two eyes. */
export interface PartnerNote {
  readonly uploadId?: string | undefined;
  readonly stereo?: StereoMode | undefined;
}

type Noted = Pick<KalturaMediaEntry, 'partnerData'>;

/** Our note in the one format it has, `{"spacesKaltura":1,"uploadId":…,"stereo":…}`. */
export const writePartnerNote = ({ uploadId, stereo }: PartnerNote): string =>
  JSON.stringify({ spacesKaltura: 1, uploadId, stereo });

/** Our note, or null when there is none or the field is somebody else's. */
export function readPartnerNote({ partnerData }: Noted): PartnerNote | null {
  if (!partnerData?.includes('"spacesKaltura"')) return null;
  try {
    const note: unknown = JSON.parse(partnerData);
    if (!isRecord(note) || note['spacesKaltura'] !== 1) return null;
    const { uploadId, stereo } = note;
    return {
      uploadId: typeof uploadId === 'string' ? uploadId : undefined,
      stereo: stereoModes.find((mode) => mode === stereo),
    };
  } catch {
    return null;
  }
}

/** May we write there? The field is free for every integration: anybody else's content is left alone. */
export const canNote = (entry: Noted): boolean =>
  entry.partnerData === null || entry.partnerData.trim() === '' || readPartnerNote(entry) !== null;

const stereoModes: readonly StereoMode[] = ['mono', 'top-bottom', 'left-right'];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
