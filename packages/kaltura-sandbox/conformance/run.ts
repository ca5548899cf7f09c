import { parseArgs } from 'node:util';
import { groupNames, readRecording } from './recordings.ts';
import { type Outcome, replay } from './replay.ts';
import { sandboxTarget, serverTarget } from './targets.ts';

/**
 * `pnpm conformance [--group NAME] [--verbose]`: replays what a real server was asked, and says per conversation how many answers are identical,
 * how many differ on purpose, and how many are wrong. With `KALTURA_SERVICE_URL`, `KALTURA_PARTNER_ID`, `KALTURA_ADMIN_SECRET` and
 * `KALTURA_USER_SECRET` in the environment the same conversations are held with that server.
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: { group: { type: 'string', short: 'g' }, verbose: { type: 'boolean', short: 'v' } },
});
const server = serverTarget(process.env);
const groups = (await groupNames()).filter(
  (name) => values.group === undefined || values.group.split(',').includes(name),
);
const count = (outcomes: Outcome[], verdict: Outcome['verdict']): number =>
  outcomes.filter((item) => item.verdict === verdict).length;
let wrong = 0;

console.log(`${'conversation'.padEnd(26)} identical  on purpose  wrong   (${server?.url ?? 'sandbox'})`);
for (const group of groups) {
  const recording = await readRecording(group);
  if (server && recording.offline) continue;
  const target = server ?? (await sandboxTarget(recording));
  const outcomes = await replay(recording, target).catch((error: unknown): Outcome[] => {
    const actual = error instanceof Error ? error.message : error;
    return [
      {
        name: 'conversation broke off',
        verdict: 'wrong',
        differences: [{ path: '', expected: '', actual, deliberate: false }],
      },
    ];
  });
  if (!server) await target.close();
  const figures = (['identical', 'deliberate', 'wrong'] as const).map((verdict) => count(outcomes, verdict));
  wrong += figures[2] ?? 0;
  console.log(
    `${group.padEnd(26)} ${figures.map((figure, at) => String(figure).padStart([9, 11, 6][at] ?? 0)).join(' ')}`,
  );
  for (const outcome of outcomes) {
    if (outcome.verdict === 'identical' || (outcome.verdict === 'deliberate' && !values.verbose)) continue;
    console.log(`  ${outcome.verdict === 'wrong' ? '✕' : '·'} ${outcome.name}`);
    for (const { path, expected, actual } of worstFirst(outcome).slice(0, values.verbose ? 100 : 4)) {
      console.log(`      ${path}: expected ${shown(expected)}, got ${shown(actual)}`);
    }
  }
}
console.log(wrong === 0 ? 'Nothing is wrong.' : `${wrong} answers are wrong.`);
process.exitCode = wrong === 0 ? 0 : 1;

function worstFirst({ differences }: Outcome): Outcome['differences'] {
  return [...differences.filter((item) => !item.deliberate), ...differences.filter((item) => item.deliberate)];
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, values.verbose ? 4000 : 400);
}
