/**
 * A text that came from Kaltura, fit to be shown: without anything that looks like a KS, a secret or a proof, whatever a
 * service may repeat of what it was sent, and not too long.
 */
export const plainText = (text: string): string =>
  text
    .replace(/djJ8[\w+/=-]{8,}/g, '…')
    .replace(/[0-9a-f]{32,}/gi, '…')
    .slice(0, 256);
