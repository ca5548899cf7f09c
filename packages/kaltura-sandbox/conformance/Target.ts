/** The server a conversation is replayed against. */
export interface Target {
  /** Without a slash at the end. */
  url: string;
  /** The account that stands for the recorded one; undefined when there is none. */
  account(recordedPartnerId: number): Account | undefined;
  /** Brings the clock to a moment; absent where time cannot be moved. */
  moveTo?(unixSeconds: number): Promise<void>;
  /** Lets a second pass there, for a call that waits for something; absent where time passes by itself. */
  passSecond?(): Promise<void>;
  close(): Promise<void>;
}

export interface Account {
  id: number;
  adminSecret: string;
  userSecret: string;
}
