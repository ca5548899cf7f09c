import type { UploadMediaType, UploadProjection } from '@spaces-kaltura/client/upload';
import type { UploadRefusal } from '../messages/uploader/UploaderMessages.ts';
import type { ProjectionChoice } from './ProjectionChoice.ts';

/** A file that was taken and is not uploaded yet: what is said of it here goes with it. */
export interface Draft {
  readonly id: string;
  readonly file: File;
  readonly handle: FileSystemFileHandle | null;
  readonly mediaType: UploadMediaType;
  /** Null while the file is looked at. */
  readonly detection: UploadProjection | null;
  readonly details: DraftDetails;
  /** What a person has said; null leaves it to the file. */
  readonly choice: ProjectionChoice | null;
}

/** What a person writes. Tags are one text, separated by commas, as long as it is written. */
export interface DraftDetails {
  readonly name: string;
  readonly description: string;
  readonly tags: string;
}

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly refusal: UploadRefusal;
}

/** `lobby, 360 tour` as Kaltura keeps it: one tag each, without `360`, which follows from the projection. */
export const toTags = (text: string): string[] => [...new Set(piecesOf(text).filter((tag) => tag !== '360'))];

/** Is the tag `360` among them? */
export const namesSphere = (text: string): boolean => piecesOf(text).includes('360');

const piecesOf = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
