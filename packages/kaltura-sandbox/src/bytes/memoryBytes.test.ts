import { describe } from 'vitest';
import { assertBytesStore } from './assertBytesStore.ts';
import { createMemoryBytes } from './memoryBytes.ts';

describe('bytes in memory', () => {
  assertBytesStore(async () => createMemoryBytes());
});
