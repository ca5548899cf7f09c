import { describe, expect, it } from 'vitest';
import { compareJson, type Comparison } from './compare.ts';
import { Names } from './Names.ts';
import { groupNames, readRecording } from './recordings.ts';
import { replay } from './replay.ts';
import { sandboxTarget } from './targets.ts';

const groups = await groupNames();

describe('the sandbox answers as the recorded server did', () => {
  it.each(groups)('%s', async (group) => {
    const recording = await readRecording(group);
    const target = await sandboxTarget(recording);
    try {
      const outcomes = await replay(recording, target);
      expect(outcomes.filter((outcome) => outcome.verdict === 'wrong')).toEqual([]);
      expect(outcomes).toHaveLength(recording.exchanges.filter((exchange) => exchange.expect).length);
    } finally {
      await target.close();
    }
  });
});

describe('the comparison', () => {
  const comparison = (): Comparison => ({
    names: new Names(),
    learnKs: () => undefined,
    now: 1_795_335_000,
    shift: 0,
    tolerance: 5,
    partner: (id) => id,
    hostname: 'localhost',
    unordered: false,
  });
  const wrongPaths = (expected: unknown, actual: unknown): string[] =>
    compareJson(expected, actual, comparison()).map((difference) => difference.path);

  it('notices another status, a missing field and one too many', () => {
    expect(wrongPaths({ status: 2, name: 'a' }, { status: 7, tags: '' })).toEqual(['status', 'name', 'tags']);
  });

  it('takes other ids for the same as long as they stay the same', () => {
    const twice = { id: '0_abcdefgh', rootEntryId: '0_abcdefgh' };
    expect(wrongPaths(twice, { id: '0_12345678', rootEntryId: '0_12345678' })).toEqual([]);
    expect(wrongPaths(twice, { id: '0_12345678', rootEntryId: '0_87654321' })).toEqual(['rootEntryId']);
  });

  it('tells a text from a number', () => {
    expect(wrongPaths({ fileSize: '10' }, { fileSize: 10 })).toEqual(['fileSize']);
  });
});
