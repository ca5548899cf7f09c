import {
  createKalturaClient,
  toMediaReference,
  type KalturaMediaEntry,
  type MediaReference,
} from '@spaces-kaltura/client';
import { createAppTokenSessionSource } from '@spaces-kaltura/client/api';
import type { DemoPartner, DemoSandbox } from '@spaces-kaltura/sandbox/demo';

export interface SeedMedia {
  /** What Ada and Dinah have hung: a video, a panorama, a picture and a sound of their own. */
  ada: MediaReference[];
  dinah: MediaReference[];
  /** Of the studio, and by Kaltura's access control for those who are let in only. */
  restricted: MediaReference;
  deleted: MediaReference;
  /** Stays in preparation for as long as the demo runs. */
  preparing: MediaReference;
  /** As somebody would write it by hand, to lure browsers to a service of their own. */
  foreign: MediaReference;
}

/** Kaltura's words for an entry that was deleted, and for one that is being converted. */
const DELETED = 3;
const PRECONVERT = 1;

/** References for the walls, to entries of the demo library and to some that are no longer, or not yet, there. */
export async function seedMedia({ partners }: DemoSandbox, serviceUrl: string): Promise<SeedMedia> {
  const { enterprise, university } = partners;
  const plain = (entryId: string, name: string, durationMs: number | null = null): MediaReference => ({
    version: 1,
    source: 'kaltura',
    serviceUrl,
    partnerId: enterprise.partner.id,
    entryId,
    mediaType: 'video',
    name,
    projection: 'flat',
    stereoMode: 'mono',
    durationMs,
    width: null,
    height: null,
    thumbnailUrl: null,
  });
  const addVideo = (name: string, userId: string, status: 1 | 3): string =>
    enterprise.partner.addEntry({ name, mediaType: 1, userId, status }).id;

  const openingNight = addVideo('Opening night, 2019', 'chiara@atelier-nord.example', DELETED);
  const tape = addVideo('Tape 14, being restored', 'ada@atelier-nord.example', PRECONVERT);
  const rehearsal = enterprise.addMedia('silk-sea', {
    name: 'Rehearsal, for members',
    userId: 'studio@atelier-nord.example',
    accessControl: 'authenticated',
  });
  return {
    ada: await findOwn(enterprise, serviceUrl, 'ada@atelier-nord.example'),
    dinah: await findOwn(university, serviceUrl, 'dinah@universite-delta.example'),
    restricted: plain(rehearsal.id, 'Rehearsal, for members', 6_000),
    deleted: plain(openingNight, 'Opening night, 2019', 94_000),
    preparing: plain(tape, 'Tape 14, being restored'),
    foreign: { ...plain('1_elsewher', 'Guest contribution'), serviceUrl: 'https://media.elsewhere.example' },
  };
}

/** The most played entries of a person, one of each kind. */
async function findOwn(
  { partner, appToken }: DemoPartner,
  serviceUrl: string,
  userId: string,
): Promise<MediaReference[]> {
  const account = { serviceUrl, partnerId: partner.id };
  const session = createAppTokenSessionSource({ ...account, appToken: { ...appToken, hashType: 'SHA256' }, userId });
  const { objects } = await createKalturaClient({ session }).media.list({
    filter: { userIdEqual: userId },
    orderBy: '-plays',
    pager: { pageSize: 200 },
  });
  const references = objects.filter(hasShortName).map((entry) => toMediaReference(entry, account));
  const first = (mediaType: MediaReference['mediaType'], projection: MediaReference['projection']) =>
    references
      .filter((reference) => reference.mediaType === mediaType && reference.projection === projection)
      .slice(0, 1);
  return [
    ...first('video', 'flat'),
    ...first('image', 'equirectangular'),
    ...first('image', 'flat'),
    ...first('audio', 'flat'),
  ];
}

function hasShortName({ name }: KalturaMediaEntry): boolean {
  return name.length < 60;
}
