/**
 * A file of any size that gets as far as an entry: to us it begins like an MPEG stream, to Kaltura it is a text. What comes of
 * it cannot be played.
 */
export const tiny = (bytes: number): File => new File(['G'.repeat(bytes)], 'tiny.ts');
