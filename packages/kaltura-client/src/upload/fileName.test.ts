import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entryNameOf, safeFileName, uploadFileName } from './fileName.ts';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe('the name that Kaltura gets', () => {
  test.each([
    ['film.mp4', 'film.mp4'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ada\\film.mp4', 'film.mp4'],
    ['/', 'file'],
    ['', 'file'],
    ['.mp4', 'file.mp4'],
    ['...', '...'],
    ['  film  \t tail .mp4 ', 'film tail .mp4'],
    ['line\nbreak\r.mp4', 'linebreak.mp4'],
    ['nul\0l.mp4', 'null.mp4'],
    ['\u202Egpj.exe', 'gpj.exe'],
    ['a\u200Bb\u2066c\u2069.mp4', 'abc.mp4'],
    ['\uFEFFfilm.mp4', 'film.mp4'],
    ['e\u0301te\u0301.mp4', '\u00E9t\u00E9.mp4'],
    ['half \uD83D.mp4', 'half \uFFFD.mp4'],
    ['фильм 🎬 映画.mp4', 'фильм 🎬 映画.mp4'],
    ['CON', 'CON'],
    ['semi;colon"quote\'.mp4', 'semi;colon"quote\'.mp4'],
    ['no ending', 'no ending'],
    ['archive.tar.gz', 'archive.tar.gz'],
    ['film.averylongending', 'film.averylongending'],
  ])('%j becomes %j', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  test('is cut at 200 bytes between whole characters, with its ending kept', () => {
    for (const letter of ['x', 'é', '映', '🎬']) {
      const safe = safeFileName(`${letter.repeat(5000)}.webm`);
      expect(bytesOf(safe)).toBeGreaterThan(195);
      expect(bytesOf(safe)).toBeLessThanOrEqual(200);
      expect(safe).toMatch(/^.+\.webm$/);
      expect(safe.isWellFormed()).toBe(true);
    }
  });

  test('is never empty, too long, or anything that could be a path or an invisible sign, whatever it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.uuid(), (name, id) => {
        for (const safe of [safeFileName(name), uploadFileName(name, id)]) {
          expect(safe).not.toBe('');
          expect(bytesOf(safe)).toBeLessThanOrEqual(200);
          expect(safe).not.toMatch(/[/\\\p{Cc}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u);
          expect(safe.isWellFormed()).toBe(true);
          expect(safeFileName(safe)).toBe(safe);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

test('two uploads of one name are told apart, and keep their ending', () => {
  expect(uploadFileName('film.mp4', '1f0c9a2e-aaaa')).toBe('film-1f0c9a2e.mp4');
  expect(uploadFileName('film.mp4', '2f0c9a2e-aaaa')).not.toBe(uploadFileName('film.mp4', '1f0c9a2e-aaaa'));
});

test.each([
  ['My_great__film.mp4', 'My great film'],
  ['film.mp4', 'film'],
  ['.mp4', 'file'],
  ['___.mp4', '___.mp4'],
  ['v1.2 final.mov', 'v1.2 final'],
])('people read %j as %j', (name, read) => {
  expect(entryNameOf(name)).toBe(read);
});
