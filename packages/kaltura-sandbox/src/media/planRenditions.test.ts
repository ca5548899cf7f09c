import { describe, expect, it } from 'vitest';
import { defaultConversionProfile } from './ConversionProfile.ts';
import { planRenditions } from './planRenditions.ts';

const profile = defaultConversionProfile(15, 102, 0);

describe('planRenditions', () => {
  it('makes one rendition of a source below the smallest flavor', () => {
    const plan = planRenditions(profile, 55);
    expect(plan.map(({ params, isApplicable }) => [params.id, isApplicable])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, false],
      [6, false],
      [7, false],
    ]);
    expect(plan[0]?.description).toBe(
      'video warnings: 2107,55,400#The target flavor bitrate (55) does not comply with the requested bitrate (400).\n',
    );
    expect(plan[1]?.description).toMatch(/#Redundant bitrate\.\naudio warnings: 2106,#Redundant bitrate\.\n$/u);
    expect(plan[3]?.description).not.toContain('audio');
  });

  it('makes all flavors of a rich source', () => {
    expect(planRenditions(profile, 9000).every(({ isApplicable }) => isApplicable)).toBe(true);
  });

  it('makes the first flavor above the source, and none beyond', () => {
    const made = planRenditions(profile, 1000).filter(({ isApplicable }) => isApplicable);
    expect(made.map(({ params }) => params.id)).toEqual([2, 3, 4, 5]);
  });
});
