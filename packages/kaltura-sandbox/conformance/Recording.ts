/** One conversation with a real server: what was asked, and what it answered. */
export interface Recording {
  group: string;
  /** When it began, in unix seconds; all other times of the conversation are seconds since. */
  start: number;
  /** Seconds from the last byte to READY, where the conversation depends on it; else nothing is ever converted. */
  conversionTime?: number;
  /** True when it can be checked against the sandbox only, e.g. because it needs the recorded server's secret. */
  offline?: boolean;
  /** Sessions by name; `<<ks NAME>>` stands for their KS in requests and answers. */
  sessions: Record<string, SessionFacts>;
  /** Calls that bring a server into the state the conversation starts from; their answers are not looked at. */
  setup: Exchange[];
  exchanges: Exchange[];
}

export interface SessionFacts {
  partner: number;
  type: number;
  user: string;
  privileges?: string;
  /** Seconds since the beginning of the conversation. */
  expiry?: number;
  /** The KS format; 2 unless said otherwise. */
  version?: 1 | 2;
  /** `user`: signed with the user secret, which no server accepts. */
  secret?: 'user';
}

export interface Exchange {
  name?: string;
  /** Seconds since the beginning. */
  at: number;
  /** `media.list`, or a path. */
  call: string;
  method?: string;
  /** Form fields, or the query of a GET; nested as the API nests them. */
  params?: Record<string, unknown>;
  /** The `format` parameter; 1 unless given, `null` for none. */
  format?: number | null;
  /** A body as it is (text) or as JSON, with its content type. */
  body?: unknown;
  type?: string;
  headers?: Record<string, string>;
  files?: Record<string, FileFacts>;
  /** Recorded ids to learn from the answer, by path: `{"0_abc": "objects.0.id"}`. */
  bind?: Record<string, string>;
  /** Asked again every second until the answer says so, e.g. `{"status": 2}`. */
  until?: Record<string, unknown>;
  /** Sent without waiting for the answer. */
  async?: boolean;
  /** Seconds the server took because it was waiting for something. */
  takes?: number;
  expect?: Expectation;
}

export interface FileFacts {
  filename: string;
  /** What kind of content: a name of `fixtures/`, or one of the made-up kinds of `fileContent`. */
  content: string;
  bytes?: number;
  type?: string;
}

export interface Expectation {
  /** 200 unless given. */
  status?: number;
  json?: unknown;
  text?: string;
  binary?: boolean;
  /** Headers that tell something, lower-case; a plain JSON answer has none here. */
  headers?: Record<string, string>;
  /** Only whether the session's role may call it at all. */
  forbidden?: boolean;
}
