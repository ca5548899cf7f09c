import type { MediaReference } from '@spaces-kaltura/client';
import type { SeedMedia } from './seedMedia.ts';
import type { SeedSpace } from './spaceStore.ts';

/** What hangs in the spaces when the demo starts. The lobby of Atelier Nord shows what years do to a space. */
export function seedSpaces(media: SeedMedia): SeedSpace[] {
  return [
    {
      hub: 'atelier-nord',
      id: 'winter-show',
      name: 'Winter show',
      about: 'What the studio made since October.',
      items: [
        poster('Ada Lindqvist', 'arch', 'sea', 'Winter show, the poster'),
        ...media.ada.map((reference) => kaltura('Ada Lindqvist', reference)),
        kaltura('Ada Lindqvist', media.restricted),
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
        kaltura('Chiara Ricci', media.deleted),
        kaltura('Ada Lindqvist', media.preparing),
        kaltura('Bruno Keller', media.foreign),
      ],
    },
    {
      hub: 'universite-delta',
      id: 'aula',
      name: 'Aula',
      about: 'Where every course begins.',
      items: [
        poster('Dinah Moreau', 'waves', 'iris', 'Waves, iris'),
        ...media.dinah.map((reference) => kaltura('Dinah Moreau', reference)),
      ],
    },
    { hub: 'universite-delta', id: 'seminar', name: 'Seminar', about: 'A new show every term.', items: [] },
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

function kaltura(addedBy: string, reference: MediaReference): SeedItem {
  return { addedBy, item: { kind: 'kaltura', reference: { ...reference } } };
}
