import { filmstripFrames } from '../LibraryEntry.ts';

/** A small landscape as an address that needs no network: sky, light, hills and sometimes a building. */
export function samplePicture(seed: number): string {
  const known = pictures.get(seed % variety);
  if (known) return known;
  const made = `data:image/svg+xml,${encodeURIComponent(draw(seed % variety))}`;
  pictures.set(seed % variety, made);
  return made;
}

/** Ten numbered frames side by side. */
export function sampleFilmstrip(): string {
  const frames = Array.from(
    { length: filmstripFrames },
    (_, frame) =>
      `<rect x="${frame * 320}" width="320" height="180" fill="hsl(${210 + frame * 8} 30% 40%)"/><text x="${frame * 320 + 140}" y="110" font-size="60" fill="#fff">${frame + 1}</text>`,
  ).join('');
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3200 180" width="3200" height="180">${frames}</svg>`)}`;
}

const variety = 60;
const pictures = new Map<number, string>();

/** Sky above, sky below, sun or moon, far hill, near hill. */
const hours = [
  ['#f3c6a5', '#fbe9d7', '#fff6e0', '#b98f86', '#6d5a66'],
  ['#8fb8de', '#e3eff8', '#ffffff', '#7e9a96', '#46665e'],
  ['#34466f', '#8a86a8', '#f4e8c8', '#3c4263', '#22263f'],
  ['#d9a6a0', '#f6dfc4', '#fff1cf', '#8d7587', '#4d4763'],
  ['#a9c9c4', '#eef4ea', '#fffdf0', '#7d9c7f', '#48694f'],
  ['#1f2a44', '#4a5a7d', '#e9edf5', '#27314c', '#141a2b'],
  ['#e7d3b0', '#f8f1e2', '#ffffff', '#b7a184', '#7a6a58'],
] as const;

function draw(seed: number): string {
  const [top, low, light, far, near] = hours[seed % hours.length] ?? hours[0];
  const at = (step: number, span: number): number => (seed * step) % span;
  const hill = (base: number, step: number): string =>
    `M0 180V${base + at(step, 30)}Q${60 + at(step, 60)} ${base - 40 + at(step + 4, 50)} 160 ${base + at(step + 2, 24)}T320 ${base + at(step + 6, 30)}V180Z`;
  const houses = Array.from({ length: 2 + at(5, 4) }, (_, index) => {
    const height = 24 + ((seed * 13 + index * 29) % 54);
    return `<path d="M${50 + index * 46 + at(3, 30)} 180v-${height + 44}h${16 + ((seed + index * 7) % 14)}V180Z" fill="${near}" opacity=".8"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${top}"/><stop offset=".8" stop-color="${low}"/></linearGradient></defs><rect width="320" height="180" fill="url(#s)"/><circle cx="${50 + at(53, 220)}" cy="${44 + at(17, 36)}" r="${10 + at(7, 10)}" fill="${light}"/><path d="${hill(100, 11)}" fill="${far}"/>${seed % 3 === 1 ? houses : ''}<path d="${hill(134, 19)}" fill="${near}"/></svg>`;
}
