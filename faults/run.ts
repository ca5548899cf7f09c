import { readdirSync } from 'node:fs';

/** `pnpm faults upload` runs faults/upload.ts; without a name it says which there are. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const [name = '', ...args] = process.argv.slice(2);

if (names.includes(name)) {
  const suite = (await import(`./${name}.ts`)) as {
    run(args: readonly string[]): Promise<{ broken: readonly unknown[] }>;
  };
  const report = await suite.run(args);
  console.log(JSON.stringify(report, null, 2));
  process.exitCode = report.broken.length === 0 ? 0 : 1;
} else {
  console.error(`Which one? ${names.map((known) => `pnpm faults ${known}`).join(' · ')}`);
  process.exitCode = 1;
}
