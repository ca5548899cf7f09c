export { createDemoSandbox } from './createDemoSandbox.ts';
export type { AssetLoader } from './assets.ts';
export type { DemoOptions, DemoPartner, DemoSandbox } from './createDemoSandbox.ts';
