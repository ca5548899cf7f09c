import type { SeedSpace } from './spaceStore.ts';

/** A partner's entries as a reference needs them. */
export interface SeedEntry {
  serviceUrl: string;
  partnerId: number;
  entryId: string;
  mediaType: 'video' | 'image' | 'audio';
  name: string;
  projection?: 'flat' | 'equirectangular';
  durationMs?: number | null;
  width?: number | null;
  height?: number | null;
}

/** What hangs in the spaces when the demo starts. The lobby of Atelier Nord shows what years do to a space. */
export function seedSpaces(entries: { deleted: SeedEntry; foreign: SeedEntry }): SeedSpace[] {
  return [
    {
      hub: 'atelier-nord',
      id: 'winter-show',
      name: 'Winter show',
      about: 'What the studio made since October.',
      items: [
        poster('Ada Lindqvist', 'arch', 'sea', 'Winter show, the poster'),
        poster('Ada Lindqvist', 'orbit', 'ochre', 'Orbit, ochre'),
      ],
    },
    {
      hub: 'atelier-nord',
      id: 'legacy-lobby',
      name: 'Legacy lobby',
      about: 'Hung years ago; not everything is still where it was.',
      items: [
        poster('Ada Lindqvist', 'steps', 'ink', 'Steps, ink'),
        kaltura('Chiara Ricci', entries.deleted),
        kaltura('Bruno Keller', entries.foreign),
      ],
    },
    {
      hub: 'universite-delta',
      id: 'aula',
      name: 'Aula',
      about: 'Where every course begins.',
      items: [poster('Dinah Moreau', 'waves', 'iris', 'Waves, iris')],
    },
    { hub: 'universite-delta', id: 'seminar', name: 'Seminar', about: 'Still bare walls.', items: [] },
    {
      hub: 'pixel-garden',
      id: 'greenhouse',
      name: 'Greenhouse',
      about: 'Shapes and links only, and that is a lot.',
      items: [
        poster('Emil Sørensen', 'leaf', 'moss', 'Leaf, moss'),
        poster('Emil Sørensen', 'sun', 'coral', 'Sun, coral'),
        poster('Emil Sørensen', 'waves', 'sea', 'Waves, sea'),
      ],
    },
  ];
}

type SeedItem = SeedSpace['items'][number];
type Poster = Extract<SeedItem['item'], { kind: 'poster' }>;

function poster(addedBy: string, shape: Poster['shape'], color: Poster['color'], title: string): SeedItem {
  return { addedBy, item: { kind: 'poster', shape, color, title } };
}

function kaltura(addedBy: string, entry: SeedEntry): SeedItem {
  const unknown = { projection: 'flat', durationMs: null, width: null, height: null };
  const reference = { version: 1, source: 'kaltura', stereoMode: 'mono', thumbnailUrl: null, ...unknown, ...entry };
  return { addedBy, item: { kind: 'kaltura', reference } };
}
