import { KalturaApiError } from '@spaces-kaltura/client/api';
import { describe, expect, it } from 'vitest';
import { ExchangeProblem } from '../ExchangeProblem.ts';
import { CheckFailure } from './CheckFailure.ts';
import { createCheckList, type CheckList } from './createCheckList.ts';

function startList(): { list: CheckList; pauses: number[] } {
  let time = 0;
  const pauses: number[] = [];
  const list = createCheckList({
    elapsed: () => (time += 10),
    pause(milliseconds) {
      pauses.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  });
  return { list, pauses };
}

describe('the checks of a test', () => {
  it('hand on what they found, and skip what needs more', async () => {
    const { list } = startList();
    const found = await list.run('hash', 'ks', (ks) => `${ks}!`);
    expect(found).toBe('ks!');
    expect(await list.run('session', undefined, () => 1)).toBeUndefined();
    expect(list.checks).toEqual([
      { id: 'hash', outcome: 'passed', ms: 10, finding: null, detail: {}, fix: null },
      { id: 'session', outcome: 'skipped', ms: 0, finding: null, detail: {}, fix: null },
    ]);
  });

  it('say what they found wrong, in words, with what belongs into them', async () => {
    const { list } = startList();
    await list.run('rights', true, () => {
      throw new CheckFailure('pinned_user', { user_id: 'shared' }, 'misconfigured');
    });
    await list.run('list', true, () => {
      throw new CheckFailure('list_refused', { reason: 'X' }, 'refused');
    });
    expect(list.checks[0]).toMatchObject({ outcome: 'failed', finding: 'pinned_user', detail: { user_id: 'shared' } });
    expect(list.checks[0]?.fix).toContain('everybody the user shared');
    expect(list.state).toBe('misconfigured');
  });

  it.each<[string, Error, string, boolean]>([
    ['unreachable', new CheckFailure('unreachable'), 'unreachable', true],
    ['busy', new ExchangeProblem('upstream_unavailable'), 'busy', true],
    ['too late', new ExchangeProblem('upstream_timeout'), 'upstream_trouble', true],
    ['strange for once', new ExchangeProblem('upstream_bad_response'), 'upstream_trouble', false],
  ])('go on unless Kaltura is %s', async (_, error, finding, isOver) => {
    const { list } = startList();
    await list.run('list', true, () => {
      throw error;
    });
    await list.run('clock', true, () => true);
    expect(list.checks.map((check) => check.finding ?? check.outcome)).toEqual([
      finding,
      isOver ? 'skipped' : 'passed',
    ]);
    expect(list.state).toBeNull();
  });

  it('take a quarter of a second at least to say that nobody is there', async () => {
    const { list, pauses } = startList();
    await list.run('reachable', true, () => {
      throw new CheckFailure('unreachable');
    });
    expect(pauses).toEqual([240]);
    expect(list.checks[0]?.ms).toBeGreaterThanOrEqual(250);
  });

  it('never repeat what looks like a KS, a secret or a proof, and stay short', async () => {
    const { list } = startList();
    const message = `djJ8MTAyfAbl_qzMXj0 ${'ab12'.repeat(8)} ${'AB12'.repeat(16)} ${'long '.repeat(100)}`;
    await list.run('list', true, () => {
      throw new KalturaApiError({ code: message, args: {}, message, service: 'media', action: 'list' });
    });
    const { reason = '' } = list.checks[0]?.detail ?? {};
    expect(reason).toMatch(/^… … … long /);
    expect(reason.length).toBeLessThanOrEqual(256);
  });

  it('pass on what is a defect of ours', async () => {
    const { list } = startList();
    const broken = list.run('list', true, () => {
      throw new TypeError('undefined is not a function');
    });
    await expect(broken).rejects.toThrow(TypeError);
  });
});
