import type { SandboxEntryInit } from '../media/addEntry.ts';

/** Entries as they exist in every account that has been used for years. Assets by name; `daysAgo` of their making. */
export interface Oddity extends Omit<SandboxEntryInit, 'userId'> {
  asset?: string;
  daysAgo: number;
}

const processing = { status: 1, mediaType: 1 } as const;

export const oddities: readonly Oddity[] = [
  // on their way, or gone wrong
  { ...processing, name: 'Guest lecture – recorded this morning', tags: 'lecture', daysAgo: 0.01 },
  { ...processing, name: 'Rooftop 360, stitched', tags: '360, architecture', daysAgo: 0.02 },
  { ...processing, name: 'Interview with the rector, rough cut', daysAgo: 0.06 },
  { name: 'Graduation day, camera 2', mediaType: 1, status: 0, daysAgo: 0.03 },
  { name: 'Untitled upload', mediaType: 1, status: 7, daysAgo: 0.4 },
  { name: 'Waiting for a converter', mediaType: 1, status: 4, daysAgo: 0.2 },
  { name: 'Screen recording 2021-03-04 (corrupt)', mediaType: 1, status: -1, daysAgo: 12 },
  { name: 'drone_footage_raw.mov', mediaType: 1, status: -1, tags: 'drone', daysAgo: 47 },
  { name: 'Import from the old server', mediaType: 1, status: -2, daysAgo: 203 },
  { name: 'Deleted by mistake', mediaType: 2, status: 3, asset: 'moonrise', daysAgo: 80 },

  // names
  { name: 'הרצאת פתיחה – מבוא לאדריכלות', mediaType: 1, asset: 'classroom-pan', tags: 'אדריכלות', daysAgo: 9 },
  { name: 'جولة في الحرم الجامعي', mediaType: 1, asset: 'campus-walk', tags: 'جامعة, campus', daysAgo: 21 },
  { name: 'مختبر الكيمياء 360°', mediaType: 2, asset: 'laboratory-360', tags: '360, laboratory', daysAgo: 30 },
  { name: '山の夜明け（パノラマ）', mediaType: 2, asset: 'dawn-lake-360', tags: '360, 山', daysAgo: 33 },
  {
    name: '🎓🎉 Abschlussfeier – die schönsten Momente 🥂',
    mediaType: 1,
    asset: 'blue-hour',
    tags: 'party',
    daysAgo: 5,
  },
  { name: '👩🏽‍🔬👨‍👩‍👧‍👦 Science day 🏳️‍🌈', mediaType: 2, asset: 'chemistry-lab', tags: 'science day', daysAgo: 16 },
  {
    name: '<b>Bold plans</b> & <script>alert("hello")</script>',
    mediaType: 2,
    asset: 'neon-river',
    description: '<img src=x onerror=alert(1)> A title that somebody pasted from a web page.',
    daysAgo: 19,
  },
  { name: '"Quotes", \\backslashes\\ and {{braces}} – 100 % & more!', mediaType: 2, asset: 'watercolour', daysAgo: 61 },
  {
    name: 'Protocol of the forty-second meeting of the working group on accessible learning environments, with all contributions of the morning, the discussion of the afternoon, and the slides that were shown in between, second corrected version',
    mediaType: 1,
    asset: 'classroom-pan',
    tags: 'meeting, minutes',
    daysAgo: 26,
  },
  {
    name: `Everything_in_one_word_${'andonandon'.repeat(1_000)}`,
    mediaType: 2,
    asset: 'paper-mountains',
    daysAgo: 140,
  },
  { name: 'IMG_4032.JPG', mediaType: 2, asset: 'golden-skyline', daysAgo: 155 },
  { name: 'IMG_4032.JPG', mediaType: 2, asset: 'golden-skyline', daysAgo: 154 },
  {
    name: 'Résumé – Élan vital, œuvre inachevée (naïve façade)',
    mediaType: 5,
    asset: 'evening-bells',
    tags: 'élan',
    daysAgo: 44,
  },

  // pictures
  { name: 'Scan without a preview', mediaType: 2, tags: 'archive', daysAgo: 300 },

  // tags that look like 360 and are not, and a sphere that nobody tagged
  { name: 'Turntable, product shot', mediaType: 1, asset: 'turbine', tags: '360deg, product', daysAgo: 66 },
  { name: 'Headset unboxing', mediaType: 1, asset: 'circuit-board', tags: 'vr-360, unboxing', daysAgo: 70 },
  {
    name: 'How to film with a 360 camera',
    mediaType: 1,
    asset: 'derivative',
    tags: '360 video, tutorial',
    daysAgo: 71,
  },
  { name: 'Feedback round (360° review)', mediaType: 5, asset: 'rain-on-roof', tags: '360°, hr', daysAgo: 90 },
  {
    name: 'Forgotten sphere',
    mediaType: 2,
    asset: 'gallery-360',
    tags: 'exhibition',
    description: 'Equirectangular, and nobody said so.',
    daysAgo: 101,
  },
];
