import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('a process that is ended by %s tidies up and ends, whatever is still under way', async (signal, code) => {
  const program = `
    import { endAtOnce } from ${JSON.stringify(new URL('endAtOnce.ts', import.meta.url).href)};
    endAtOnce();
    process.on('exit', () => console.log('tidied up'));
    setInterval(() => {}, 1000);
    console.log('under way');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [begun] = await once(child.stdout, 'data');
  expect(String(begun)).toBe('under way\n');
  child.kill(signal);
  expect(await text(child.stdout)).toBe('tidied up\n');
  expect(await ended).toEqual([code, null]);
});
