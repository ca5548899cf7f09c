/** The server a conversation is replayed against. */
export interface Target {
  /** Without a slash at the end. */
  url: string;
  /** The account that stands for the recorded one; undefined when there is none. */
  account(recordedPartnerId: number): Account | undefined;
  /** The server's time, in unix seconds. */
  now(): number;
  /** How many seconds a time in an answer may be off. */
  tolerance: number;
  /** Goes on to a moment of the recording: by moving the server's clock, or by sleeping as long as was slept then, at most so many seconds. */
  reach(moment: number, atMost: number): Promise<void>;
  /** Lets a second pass there, for a call that waits for something; absent where time passes by itself. */
  passSecond?(): Promise<void>;
  close(): Promise<void>;
}

export interface Account {
  id: number;
  adminSecret: string;
  userSecret: string;
}
