import { describe, expect, it } from 'vitest';
import { createJsonLog, describeError, type LogFields } from './log.ts';

function logged(fields: LogFields): string {
  let text = '';
  createJsonLog(
    (line) => (text += line),
    () => 0,
  )('info', fields);
  return text;
}

describe('the log', () => {
  it('is one JSON object per line', () => {
    expect(logged({ event: 'request', status: 200, ms: 1.23456 })).toBe(
      '{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"request","status":200,"ms":1.23}\n',
    );
  });

  it('has no field but the allowed ones', () => {
    const fields = { event: 'x', token: 's3cr3t', access_token: 's3cr3t', time: 'never', nested: { ks: 's3cr3t' } };
    expect(logged(fields)).toBe('{"time":"1970-01-01T00:00:00.000Z","level":"info","event":"x"}\n');
  });

  it.each(['a\nb', 'a\r\nb', '\u001b[31mred', '\u202Eback', '\u2028line', 'ü', '😀', '\u0000'])(
    'keeps %j on its line, in ASCII',
    (hub) => {
      const line = logged({ event: 'x', hub });
      expect(line).toMatch(/^[\x20-\x7e]+\n$/);
      expect(JSON.parse(line)).toMatchObject({ hub });
    },
  );

  it('cuts long texts', () => {
    expect(logged({ event: 'x'.repeat(10_000) }).length).toBeLessThan(700);
  });

  it('says of an error what it is and where it came from, not what it says', () => {
    const text = JSON.stringify(
      describeError(Object.assign(new TypeError('s3cr3t\n    at s3cr3t (/x.ts:1:1)'), { code: 'E1' })),
    );
    expect(text).toContain('"error_name":"TypeError","error_code":"E1"');
    expect(text).toContain('log.test.ts');
    expect(text).not.toContain('s3cr3t');
    expect(describeError('s3cr3t')).toEqual({ error_name: 'string' });
  });
});
