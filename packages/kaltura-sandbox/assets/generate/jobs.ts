import type { Shot } from './renderer.ts';

/** Everything that is painted. Names become file names in `assets/media`. */
export const stills: readonly Still[] = [
  still('alpine-lake', 'mountains', 1, { view: [10, 8, 1.9], seed: 3 }),
  still('dusk-ridges', 'mountains', 2, { view: [-14, 9, 2], seed: 2 }),
  still('autumn-valley', 'mountains', 3, { view: [24, 7, 1.9], seed: 5 }),
  still('winter-lake', 'mountains', 4, { view: [30, 8, 1.8], seed: 4 }),
  still('paper-mountains', 'mountains', 5, { view: [6, 8, 1.8], seed: 6 }),
  still('tropical-bay', 'sea', 0, { view: [-12, 3, 1.8] }),
  still('moonlit-sea', 'sea', 2, { view: [12, 6, 1.7] }),
  still('north-sea-storm', 'sea', 3, { view: [-20, 0, 1.6], seed: 2 }),
  still('lighthouse', 'sea', 4, { view: [10, 6, 2.2], size: [600, 750] }),
  still('milky-way', 'night', 0, { view: [38, 22, 1.4] }),
  still('star-trails', 'night', 2, { view: [2, 16, 1.5] }),
  still('moonrise', 'night', 3, { view: [-8, 9, 2.2], seed: 3 }),
  still('neon-river', 'city', 1, { view: [8, 3, 2.8], seed: 4 }),
  still('golden-skyline', 'city', 2, { view: [12, 4, 2.6], seed: 3 }),
  still('pastel-skyline', 'city', 3, { view: [-20, 3, 2.6], seed: 5 }),
  still('red-planet', 'planet', 2, { view: [0, 0, 2] }),
  still('ice-moon', 'planet', 3, { view: [0, 0, 2], seed: 2 }),
  still('tissue-section', 'flat', 0, {}),
  still('leaf-cells', 'flat', 2, {}),
  still('silk-violet', 'flat', 3, { seed: 2 }),
  still('silk-ember', 'flat', 5, { seed: 5, size: [720, 720] }),
  still('island-map', 'flat', 6, { seed: 4 }),
  still('night-map', 'flat', 7, { seed: 7 }),
  still('watercolour', 'flat', 10, { seed: 3, size: [600, 750] }),
  still('classroom-morning', 'room', 0, { eye: [-0.6, 1.6, -3.3], view: [6, -5, 1.15] }),
  still('gallery-hall', 'room', 1, { eye: [-1.4, 1.6, -3.4], view: [14, -2, 1.15], seed: 2 }),
  still('reading-room', 'room', 2, { eye: [-1.7, 1.7, -3.6], view: [20, -6, 1.15] }),
  still('chemistry-lab', 'room', 3, { eye: [-1.6, 1.75, -3.1], view: [18, -10, 1.2] }),
  still('birch-winter', 'wild', 2, { eye: [0, 1.6, 0], view: [20, 6, 1.4], seed: 3 }),
  still('dunes-noon', 'wild', 4, { view: [150, -3, 1.5], seed: 3 }),
  still('kelp-forest', 'wild', 8, { view: [-20, 8, 1.3], seed: 2 }),
  still('clay-vessels', 'specimen', 4, {}),
  still('amethyst', 'specimen', 5, {}),
  still('cloister', 'campus', 2, { eye: [-0.4, 1.8, -5.3], view: [12, 7, 1.2] }),
  still('white-stairs', 'campus', 3, { eye: [1.2, 1.6, -4], view: [-6, 8, 1.5] }),
  still('campus-evening', 'campus', 1, { eye: [-1.2, 1.7, -1], view: [8, 9, 1.4] }),
];

/** Equirectangular, with the horizon in the middle and a closed seam. */
export const panoramas: readonly Still[] = [
  panorama('dawn-lake-360', 'mountains', 0, { seed: 1 }),
  panorama('summit-noon-360', 'mountains', 1, { seed: 7 }),
  panorama('lagoon-360', 'sea', 0, { seed: 2 }),
  panorama('milky-way-360', 'night', 0, { seed: 4 }),
  panorama('harbour-blue-hour-360', 'city', 0, { seed: 9 }),
  panorama('classroom-360', 'room', 0, { eye: [0.2, 1.55, -0.8] }),
  panorama('gallery-360', 'room', 1, { eye: [-0.6, 1.6, -0.8], seed: 3 }),
  panorama('library-360', 'room', 2, { eye: [-1.3, 1.6, -1.2] }),
  panorama('laboratory-360', 'room', 3, { eye: [0.3, 1.7, -0.85] }),
  panorama('forest-morning-360', 'wild', 0, { seed: 2 }),
  panorama('reef-360', 'wild', 7, { seed: 1 }),
];

export const videos: readonly Clip[] = [
  clip('campus-walk', 'campus', 0, { pan: true, eye: [0, 1.7, -1.5], view: [-4, 6, 1.35] }),
  clip('heart-model', 'specimen', 0, {}),
  clip('dna-helix', 'specimen', 2, {}),
  clip('molecule', 'specimen', 1, { seed: 3 }),
  clip('turbine', 'specimen', 3, {}),
  clip('blue-planet', 'planet', 0, { view: [0, 0, 2], pace: 2.5 }),
  clip('ringed-planet', 'planet', 1, { view: [0, 0, 2], pace: 2.5 }),
  clip('sunset-sail', 'sea', 1, { view: [-2, 5, 1.8] }),
  clip('blue-hour', 'city', 0, { pan: true, view: [-6, 4, 2.6], seed: 2 }),
  clip('aurora', 'night', 1, { view: [-10, 17, 1.3], pace: 1.6 }),
  clip('living-cells', 'flat', 1, { pace: 1.5 }),
  clip('derivative', 'flat', 8, {}),
  clip('circuit-board', 'flat', 11, { pan: true }),
  clip('silk-sea', 'flat', 4, { seed: 3, pace: 1.5 }),
  clip('above-the-clouds', 'wild', 6, { pan: true, view: [-3, -2, 1.5] }),
  clip('autumn-forest', 'wild', 1, { pan: true, view: [-20, 6, 1.35], seed: 2 }),
  clip('podcast-studio', 'flat', 9, { seed: 2 }),
  clip('classroom-pan', 'room', 0, { pan: true, eye: [2.2, 1.6, 2.9], view: [-140, -6, 1.2] }),
];

export const sphericalVideos: readonly Clip[] = [
  spherical('sunset-sea-360', 'sea', 1, {}),
  spherical('riverside-360', 'city', 1, { pan: true, seed: 3 }),
  spherical('aurora-360', 'night', 1, { pan: true }),
  spherical('mountain-dusk-360', 'mountains', 2, { pan: true, seed: 4 }),
  spherical('campus-evening-360', 'campus', 1, { pan: true, eye: [0, 1.7, 2] }),
  spherical('above-the-clouds-360', 'wild', 5, { pan: true }),
];

export interface Still {
  name: string;
  shot: Shot;
  seconds: number;
}

export interface Clip {
  name: string;
  shot: Shot;
  /** Seconds of the film; those of the scene run `pace` times as fast. */
  length: number;
  pace: number;
  /** One wide picture, along which the camera glides (or, for a sphere, turns): for scenes that take long to paint. */
  pan: boolean;
}

interface Knobs {
  seed?: number;
  eye?: Shot['eye'];
  view?: Shot['view'];
  size?: readonly [number, number];
  pace?: number;
  pan?: boolean;
}

function shotOf(scene: string, variant: number, sphere: boolean, size: readonly [number, number], knobs: Knobs): Shot {
  const { seed = 1, eye = [0, 1.6, 0], view = sphere ? [0, 0, 1] : [0, 0, 1.2] } = knobs;
  const [width, height] = size;
  return { scene, variant, seed, width, height, samples: 2, sphere, eye, view };
}

function still(name: string, scene: string, variant: number, knobs: Knobs): Still {
  return { name, shot: shotOf(scene, variant, false, knobs.size ?? [800, 450], knobs), seconds: 6 };
}

function panorama(name: string, scene: string, variant: number, knobs: Knobs): Still {
  return { name, shot: { ...shotOf(scene, variant, true, [2048, 1024], knobs), samples: 1 }, seconds: 4 };
}

function clip(name: string, scene: string, variant: number, knobs: Knobs): Clip {
  const { pace = 1, pan = false } = knobs;
  return { name, shot: shotOf(scene, variant, false, [640, 360], knobs), length: pan ? 8 : 6, pace, pan };
}

function spherical(name: string, scene: string, variant: number, knobs: Knobs): Clip {
  const { pace = 1, pan = false } = knobs;
  return { name, shot: shotOf(scene, variant, true, [1024, 512], knobs), length: pan ? 8 : 6, pace, pan };
}
