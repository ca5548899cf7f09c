/** The boxes that an MP4, MOV or M4V file may begin with. */
export const isoTypes: ReadonlySet<string> = new Set(
  'ftyp styp moov moof mdat sidx free skip wide pnot PICT udta uuid meta'.split(' '),
);

/** What `ftyp` says of HEIC and HEIF pictures. */
export const heifBrands: ReadonlySet<string> = new Set('heic heix heim heis hevc hevx hevm hevs mif1 msf1'.split(' '));
