/** The packages bring their own Node 24 from the registry; on systems without that package it has to be there. */
export function requireNode24(): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 24) {
    throw new Error(
      `This runs on Node 24 or newer, found ${process.version}. On Linux, pnpm install brings it along; elsewhere install Node 24 yourself.`,
    );
  }
}
