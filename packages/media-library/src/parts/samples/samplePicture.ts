/** A small landscape as an address that needs no network: sky, light, hills and sometimes a building. */
export function samplePicture(seed: number): string {
  const known = pictures.get(seed % variety);
  if (known) return known;
  const made = `data:image/svg+xml,${encodeURIComponent(draw(seed % variety))}`;
  pictures.set(seed % variety, made);
  return made;
}

const variety = 60;
const pictures = new Map<number, string>();

function draw(seed: number): string {
  const hue = (seed * 47) % 360;
  const light = seed % 3 === 2 ? 22 : 74;
  const at = (step: number, span: number): number => (seed * step) % span;
  const hill = (base: number, step: number): string =>
    `M0 180V${base + at(step, 30)}Q${60 + at(step, 60)} ${base - 40 + at(step + 4, 50)} 160 ${base + at(step + 2, 24)}T320 ${base + at(step + 6, 30)}V180Z`;
  const houses = Array.from({ length: 3 + at(5, 4) }, (_, index) => {
    const height = 30 + ((seed * 13 + index * 29) % 60);
    return `<rect x="${30 + index * 44 + at(3, 20)}" y="${150 - height}" width="${22 + ((seed + index * 7) % 16)}" height="${height + 40}" fill="hsl(${hue + 200} 22% ${light - 14 - index * 2}%)"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="hsl(${hue} 55% ${light}%)"/><stop offset="1" stop-color="hsl(${hue + 40} 70% ${light + 14}%)"/></linearGradient></defs><rect width="320" height="180" fill="url(#s)"/><circle cx="${40 + at(53, 240)}" cy="${40 + at(17, 40)}" r="${14 + at(7, 12)}" fill="hsl(${hue + 60} 90% 88%)"/><path d="${hill(96, 11)}" fill="hsl(${hue + 160} 26% ${light - 12}%)"/>${seed % 2 ? houses : ''}<path d="${hill(128, 19)}" fill="hsl(${hue + 170} 32% ${light - 24 > 8 ? light - 24 : 8}%)"/></svg>`;
}
