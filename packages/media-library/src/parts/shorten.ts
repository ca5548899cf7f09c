/** A pasted page of text, or a name of ten thousand letters, would push what matters out of sight. */
export function shorten(text: string): string {
  const letters = Array.from(text.slice(0, 200));
  return letters.length > 80 ? `${letters.slice(0, 80).join('')}…` : text;
}
