export { createDiskBytes } from './diskBytes.ts';
export { createFfmpegTranscode } from './ffmpegTranscode.ts';
export { serveSandbox } from './serveSandbox.ts';
export { withSphericalBoxes } from './withSphericalBoxes.ts';
export type { SandboxServer, ServeOptions } from './serveSandbox.ts';
