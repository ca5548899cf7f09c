export { createMemoryBytes } from './bytes/memoryBytes.ts';
export { createSandbox } from './createSandbox.ts';
export type {
  PartnerInit,
  Sandbox,
  SandboxAppTokenInit,
  SandboxOptions,
  SandboxPartner,
  SandboxUserInit,
} from './Sandbox.ts';
export { ConnectionReset } from './faults/ConnectionReset.ts';
export type { Fault, FaultPlan, FaultRule, FaultStrike } from './faults/FaultPlan.ts';
export type { SandboxClock } from './clock/SandboxClock.ts';
export type { SandboxSettings } from './SandboxSettings.ts';
export type { BytesStore } from './bytes/BytesStore.ts';
export type { SandboxEntryInit } from './media/addEntry.ts';
export type { UploadFailure } from './media/MediaState.ts';
export type { Transcode, TranscodeJob } from './media/Transcode.ts';
