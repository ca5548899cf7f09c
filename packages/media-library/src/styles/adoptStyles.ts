/**
 * Rules that come with a part that is loaded later, in the same cascade layer as all others. A sheet that a script constructs is
 * allowed by every Content-Security-Policy that allows the script, and needs nothing of a bundler.
 */
export function adoptStyles(rules: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer spaces-kaltura{${rules}}`);
  document.adoptedStyleSheets.push(sheet);
}
