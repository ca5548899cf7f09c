import { readdirSync } from 'node:fs';

/** `pnpm bench size` runs bench/size.ts; without a name it says which there are. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length));
const [name = '', ...args] = process.argv.slice(2);

if (names.includes(name)) {
  const bench = (await import(`./${name}.ts`)) as { run(args: readonly string[]): Promise<unknown> };
  console.log(JSON.stringify(await bench.run(args), null, 2));
} else {
  console.error(`Which one? ${names.map((known) => `pnpm bench ${known}`).join(' · ')}`);
  process.exitCode = 1;
}
