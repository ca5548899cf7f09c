import { expect, test } from 'vitest';
import { goalsOf } from './goals.ts';
import { parseLink } from './Link.ts';
import type { Run } from './measureUpload.ts';
import { summarise } from './summarise.ts';

const run = (seconds: number, more: Partial<Run> = {}): Run => ({
  seconds,
  callMs: [],
  resentBytes: 0,
  preflights: 1,
  rendererMb: 5,
  isWhole: true,
  ...more,
});

test('compares within a repetition and takes the median', () => {
  const [raw, spaces] = summarise({
    link: parseLink('100/80'),
    mib: 128,
    candidates: ['raw', 'spaces'],
    repetitions: [
      { raw: run(10), spaces: run(10) },
      { raw: run(30), spaces: run(10) },
      { raw: run(20), spaces: run(10) },
    ],
    calls: { raw: run(11, { callMs: [50, 100] }), spaces: run(12, { callMs: [80, 150, 90] }) },
    cut: { raw: run(20, { resentBytes: 50 * 1024 * 1024 }), spaces: run(12, { resentBytes: 1024 * 1024 }) },
  });
  expect(raw).toMatchObject({ vs_raw: 1, seconds: 20, resent_mib: 50, whole: true });
  expect(spaces).toMatchObject({ vs_raw: 2, ratios: [1, 3, 2], resent_mib: 1 });
  expect(spaces).toMatchObject({ call_p50_ms: 90, call_max_ms: 150, call_max_vs_raw: 1.5 });
});

test('a run that failed or lost bytes is not whole, and the others still count', () => {
  const [spaces] = summarise({
    link: parseLink('loopback'),
    mib: 1,
    candidates: ['spaces'],
    repetitions: [{ spaces: null }, { spaces: run(3) }],
    calls: null,
    cut: null,
  });
  expect(spaces).toMatchObject({ seconds: 3, vs_raw: null, resent_mib: null, whole: false });
});

test('rows of ours are held to the goals of their link', () => {
  const rows = summarise({
    link: parseLink('100/80', 500),
    mib: 128,
    candidates: ['raw', 'spaces'],
    repetitions: [{ raw: run(7), spaces: run(10, { preflights: 2 }) }],
    calls: null,
    cut: null,
  });
  expect(goalsOf(rows).filter(({ reached }) => !reached)).toEqual([
    { link: '100/80+500', goal: 'vs_raw ≥ 0.78', measured: 0.7, reached: false },
    { link: '100/80+500', goal: 'preflights ≤ 1', measured: 2, reached: false },
  ]);
});

test('links are read as they are written', () => {
  expect(parseLink('loopback')).toEqual({ name: 'loopback', path: null, latencyMs: 0 });
  expect(parseLink('20.5/600/0.1+30')).toEqual({
    name: '20.5/600/0.1+30',
    path: { mbit: 20.5, rttMs: 600, loss: 0.1 },
    latencyMs: 30,
  });
  expect(parseLink('100/80', 500)).toMatchObject({ name: '100/80+500', latencyMs: 500 });
  expect(() => parseLink('100')).toThrow(TypeError);
});
