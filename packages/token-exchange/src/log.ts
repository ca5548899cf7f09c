/** What may be logged; nothing else gets out, however it is passed in. */
export interface LogFields {
  event: string;
  request_id?: string | undefined;
  method?: string | undefined;
  /** The route's pattern, never the URL. */
  route?: string | undefined;
  status?: number | undefined;
  /** A code of our catalogue. */
  code?: string | undefined;
  ms?: number | undefined;
  hub?: string | undefined;
  /** `service.action` of a call to Kaltura. */
  action?: string | undefined;
  /** How a call to Kaltura ended: `ok`, Kaltura's code or ours. */
  result?: string | undefined;
  /** Class and code of an unexpected error and where it came from; its message could hold anything. */
  error_name?: string | undefined;
  error_code?: string | undefined;
  error_at?: string | undefined;
  port?: number | undefined;
  operator_port?: number | undefined;
}

export type LogLevel = 'info' | 'warn' | 'error';
export type Log = (level: LogLevel, fields: LogFields) => void;

const allowed: readonly (keyof LogFields)[] = [
  'event',
  'request_id',
  'method',
  'route',
  'status',
  'code',
  'ms',
  'hub',
  'action',
  'result',
  'error_name',
  'error_code',
  'error_at',
  'port',
  'operator_port',
];

/** One JSON object per line, of allowed fields only. Texts are cut at 512 characters; nothing outside ASCII gets through raw. */
export function createJsonLog(write: (line: string) => void, now: () => number = Date.now): Log {
  return (level, fields) => {
    const entry: Record<string, string | number> = { time: new Date(now()).toISOString(), level };
    for (const name of allowed) {
      const value = fields[name];
      if (typeof value === 'string') entry[name] = value.slice(0, 512);
      else if (typeof value === 'number') entry[name] = Math.round(value * 100) / 100;
    }
    write(`${escapeNonAscii(JSON.stringify(entry))}\n`);
  };
}

/** Logs nothing. */
export const noLog: Log = () => {};

/** What can be said of an unexpected error without repeating its message. */
export function describeError(error: unknown): Pick<LogFields, 'error_name' | 'error_code' | 'error_at'> {
  if (!(error instanceof Error)) return { error_name: typeof error };
  const { stack = '', message } = error;
  // The stack repeats the message, which may have lines that look like frames.
  const frames = stack.slice(stack.indexOf(message) + message.length);
  const frame = frames.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line));
  return {
    error_name: error.name,
    error_code: 'code' in error ? String(error.code) : undefined,
    error_at: frame?.trim(),
  };
}

/** Escape sequences of terminals and marks that turn text around start outside printable ASCII. */
const escapeNonAscii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
