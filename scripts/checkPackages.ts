import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What a host app would install: every package builds, its export map and types resolve (publint and attw run inside
 * the build), React leaves keep "use client", nothing dangerous is in the bundle, and no copyleft licence is shipped.
 */
const faults: string[] = [];
/** Packages whose package.json forgets the licence that their readme names. */
const namedElsewhere: ReadonlySet<string> = new Set(['combine-errors']); // MIT

execFileSync('pnpm', ['-r', '--filter', './packages/*', 'run', 'build'], { stdio: 'inherit' });
keepUseClient();
shipWholeStyles();
containNothingDangerous();
shipFreeLicencesOnly();

if (faults.length > 0) throw new Error(`Package checks failed:\n  ${faults.join('\n  ')}`);

function keepUseClient(): void {
  const sources = globSync('packages/media-library/src/**/*.tsx', {
    exclude: ['**/*.test.tsx', '**/*.stories.tsx', '**/testing/**'],
  });
  for (const source of sources) {
    if (!readFileSync(source, 'utf8').startsWith("'use client'")) continue;
    const built = source.replace('/src/', '/dist/').replace(/\.tsx$/, '.js');
    const text = readIfThere(built);
    if (text === undefined) continue; // not reachable from an entry: story helpers and the like
    if (!/^["']use client["']/.test(text)) faults.push(`${built} lost "use client"`);
  }
}

function shipWholeStyles(): void {
  for (const sheet of globSync('packages/*/dist/**/*.css')) {
    for (const [, imported = ''] of readFileSync(sheet, 'utf8').matchAll(/@import '([^']+)'/g)) {
      if (!existsSync(join(dirname(sheet), imported)))
        faults.push(`${sheet} imports ${imported}, which is not shipped`);
    }
  }
}

function containNothingDangerous(): void {
  const dangerous = /dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/;
  for (const file of globSync('packages/{media-library,kaltura-client}/dist/**/*.js')) {
    const found = dangerous.exec(readFileSync(file, 'utf8'));
    if (found) faults.push(`${file} contains ${found[0]}`);
  }
}

function shipFreeLicencesOnly(): void {
  const listed = execFileSync('pnpm', ['licenses', 'list', '--prod', '--json', '--filter', './packages/*'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const byLicence = JSON.parse(listed) as Record<string, Array<{ name: string }>>;
  for (const [licence, packages] of Object.entries(byLicence)) {
    if (!/GPL|Unknown/i.test(licence)) continue;
    const names = packages.map(({ name }) => name).filter((name) => !namedElsewhere.has(name));
    if (names.length > 0) faults.push(`${licence}: ${names.join(', ')}`);
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
